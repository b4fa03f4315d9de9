// A person has a handful of rows and courses, and there may be a hundred thousand people: a Map for each is too much.

/** A map that is a list while it holds little. */
export interface Few<V> {
  get(key: string): V | undefined
  set(key: string, value: V): void
}

/** Entries up to which looking through a list is as quick as a Map. */
const little = 8

export const few = <V>(): Few<V> => new Lists()

const none: readonly never[] = []

/** The lists are made anew for each key: one that grows in place reserves room for sixteen. */
class Lists<V> implements Few<V> {
  #keys: readonly string[] = none
  #values: readonly V[] = none
  #map: Map<string, V> | null = null

  get(key: string): V | undefined {
    if (this.#map !== null) return this.#map.get(key)
    const at = this.#keys.indexOf(key)
    return at < 0 ? undefined : this.#values[at]
  }

  set(key: string, value: V): void {
    const at = this.#map === null ? this.#keys.indexOf(key) : -1
    if (this.#map !== null) this.#map.set(key, value)
    else if (at >= 0) this.#values = this.#values.with(at, value)
    else if (this.#keys.length < little) this.#append(key, value)
    else this.#map = new Map([...this.#keys.map((each, i) => [each, this.#values[i]!] as const), [key, value]])
  }

  #append(key: string, value: V): void {
    this.#keys = [...this.#keys, key]
    this.#values = [...this.#values, value]
  }
}
