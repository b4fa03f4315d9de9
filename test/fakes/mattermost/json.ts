// JSON as it travels, and little readers of it.
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export type JsonObject = { readonly [key: string]: Json }

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)

/** What is there when it is a text, otherwise nothing. */
export const textIn = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

/** A copy that lacks one key. */
export function without<T extends object, K extends keyof T>(object: T, key: K): Omit<T, K> {
  const copy: Partial<T> = { ...object }
  Reflect.deleteProperty(copy, key)
  return copy as Omit<T, K>
}
