// What not every caller asks for, and what costs to make.

/** Makes the value when it is asked for first, and keeps it. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made = made ?? { value: make() }
    return made.value
  }
}
