/** The only source of time for the application; tests hold the hands of it. */
export interface Clock {
  now(): Temporal.Instant
}
