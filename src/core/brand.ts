/** A type that only its own constructor can make, so that one kind of number or string is never taken for another. */
export type Brand<Value, Name extends string> = Value & { readonly __brand: Name };
