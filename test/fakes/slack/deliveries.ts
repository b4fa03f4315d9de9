// What Slack tells the bot: each delivery waits for its acknowledgement, and an event without one comes again. Time
// passes by the test's hands only.
import type { Json, State } from './state.ts'

export type DeliveryKind = 'events_api' | 'slash_commands' | 'interactive'

/** `sent` waits for the bot; `unheard` will be tried again; `lost` is over and was never acknowledged. */
export type DeliveryFate = 'sent' | 'acknowledged' | 'unheard' | 'lost'

export type Delivery = {
  readonly kind: DeliveryKind
  readonly payload: Json
  /** 0 at first, then 1 to 3. */
  attempt: number
  reason: string | null
  fate: DeliveryFate
  /** What came with the acknowledgement; null for none. */
  answer: Json | null
  /** When it was sent, or is to be sent again. */
  at: Temporal.Instant
  /** Told when the bot acknowledged, or when it is known not to. */
  readonly told: PromiseWithResolvers<undefined>
}

/** A way to the bot; `send` says whether there was somebody to send to. */
export type Road = { send(delivery: Delivery): boolean }

export type Deliveries = {
  /** All, oldest first. */
  readonly all: readonly Delivery[]
  road: Road | null
  /** Settles once the bot acknowledged, went away, or let three seconds of the town pass. */
  deliver(kind: DeliveryKind, payload: Json): Promise<Delivery>
  acknowledge(delivery: Delivery, answer: Json | null): void
  /** The bot went away, or answered badly. */
  fail(delivery: Delivery, reason: string): void
  /** Sends it once more, whatever its fate; settles as `deliver`. */
  repeat(delivery: Delivery): Promise<Delivery>
  /** Moves the clock; what was not acknowledged in time is sent again when its turn has come. */
  pass(duration: Temporal.DurationLike): Promise<void>
}

const patience = { seconds: 3 }
/** After the first failure at once, then a minute later, then five (Slack's Events API, "Retries"). */
const waits = [{ seconds: 0 }, { minutes: 1 }, { minutes: 5 }]

export function startDeliveries({ clock }: State): Deliveries {
  const all: Delivery[] = []

  function send(delivery: Delivery): Promise<Delivery> {
    const sent = deliveries.road?.send(Object.assign(delivery, { fate: 'sent', at: clock.now() })) ?? false
    if (!sent) fail(delivery, 'no_connection')
    return delivery.told.promise.then(() => delivery)
  }

  function fail(delivery: Delivery, reason: string): void {
    if (delivery.fate !== 'sent') return
    const wait = delivery.kind === 'events_api' ? waits[delivery.attempt] : undefined
    delivery.fate = wait ? 'unheard' : 'lost'
    delivery.reason = reason
    delivery.at = clock.now().add(wait ?? { seconds: 0 })
    delivery.told.resolve(undefined)
  }

  function again(delivery: Delivery): Promise<Delivery> {
    const { kind, payload, reason, attempt } = delivery
    delivery.fate = delivery.fate === 'unheard' ? 'lost' : delivery.fate
    return send(add({ kind, payload, attempt: attempt + 1, reason }))
  }

  function add(given: Pick<Delivery, 'kind' | 'payload' | 'attempt' | 'reason'>): Delivery {
    const told = Promise.withResolvers<undefined>()
    const delivery: Delivery = { ...given, fate: 'sent', answer: null, at: clock.now(), told }
    all.push(delivery)
    return delivery
  }

  const isDue = ({ fate, at }: Delivery) => fate === 'unheard' && Temporal.Instant.compare(at, clock.now()) <= 0

  const deliveries: Deliveries = {
    all,
    road: null,
    deliver: (kind, payload) => send(add({ kind, payload, attempt: 0, reason: null })),
    acknowledge(delivery, answer) {
      if (delivery.fate === 'sent') Object.assign(delivery, { fate: 'acknowledged', answer })
      delivery.told.resolve(undefined)
    },
    fail,
    repeat: again,
    async pass(duration) {
      clock.pass(duration)
      for (const delivery of all)
        if (Temporal.Instant.compare(delivery.at.add(patience), clock.now()) <= 0) fail(delivery, 'timeout')
      await Promise.all(all.filter(isDue).map(again))
    },
  }
  return deliveries
}
