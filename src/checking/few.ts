// A person has a handful of rows and courses, and there may be a hundred thousand people: a Map for each is too much.

/** A map that is a list while it holds little. */
export interface Few<V> {
  get(key: string): V | undefined
  set(key: string, value: V): void
}

/** Entries up to which looking through a list is as quick as a Map. */
const little = 8

export function few<V>(): Few<V> {
  const keys: string[] = []
  const values: V[] = []
  let map: Map<string, V> | null = null
  return {
    get: (key) => (map === null ? values[keys.indexOf(key)] : map.get(key)),
    set(key, value) {
      if (map !== null) {
        map.set(key, value)
        return
      }
      const at = keys.indexOf(key)
      if (at >= 0) values[at] = value
      else if (keys.push(key) && values.push(value) > little) map = new Map(keys.map((each, i) => [each, values[i]!]))
    },
  }
}
