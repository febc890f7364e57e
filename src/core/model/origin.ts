/** A value that JSON can carry. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Where an imported record came from: its id there, and those of its fields that Postil has no place of its own for. */
export interface Origin {
  readonly format: string;
  readonly id: string | null;
  readonly fields: Readonly<Record<string, Json>>;
}
