/**
 * A type that only its own constructor can make, so that one kind of number or string is never taken for another. The
 * name is a key, so that a value can have several brands: see `NewId`.
 */
export type Brand<Value, Name extends string> = Value & { readonly __brand: Readonly<Record<Name, true>> };
