import type { CasRange, CasValue } from '../cas/model';

/** A feature structure of a CAS as a file has it: values by the names of the features, references still as ids. */
export interface Structure {
  readonly id: string;
  readonly type: string;
  readonly values: ReadonlyMap<string, CasValue>;
  /** The ids that a feature refers to: one, or those of an array. */
  readonly references: ReadonlyMap<string, readonly string[]>;
  /** Where the file has it, from 1. */
  readonly line: number;
}

/** What a feature takes, by the name of a type; of arrays, that of their elements too, where it is told. */
export interface TypeFeature {
  readonly range: string;
  readonly element: string | null;
}

/** The types that a type system describes, by name. */
export type TypeSystem = ReadonlyMap<string, TypeDescription>;

/** A type as a type system describes it: what it inherits from, and its own features. */
export interface TypeDescription {
  readonly parent: string;
  readonly features: ReadonlyMap<string, TypeFeature>;
}

/** A file read as a CAS: what is in it, before anything is made of it. */
export interface RawCas {
  readonly structures: ReadonlyMap<string, Structure>;
  /** The first view's text, and the id of its sofa. */
  readonly sofa: { readonly id: string; readonly text: string } | null;
  readonly types: TypeSystem;
  readonly otherViews: number;
}

/** A type with those above it, the nearest first. */
export function lineageIn(types: TypeSystem, name: string): readonly string[] {
  const found: string[] = [];
  for (let at: string | undefined = name; at !== undefined && !found.includes(at); at = types.get(at)?.parent)
    found.push(at);
  return found;
}

/** A feature of a type or of one above it, where the type system describes it. */
export const featureIn = (types: TypeSystem, type: string, name: string): TypeFeature | undefined =>
  lineageIn(types, type)
    .map((one) => types.get(one)?.features.get(name))
    .find((feature) => feature !== undefined);

const numbers = new Set(
  ['Byte', 'Short', 'Integer', 'Long', 'Float', 'Double'].map((name) => `uima.cas.${name}`),
);

/** What a range of UIMA holds; null for references. Subtypes of strings are strings. */
export function rangeOf(types: TypeSystem, range: string): CasRange | null {
  if (numbers.has(range)) return 'number';
  if (range === 'uima.cas.Boolean') return 'boolean';
  if (range === 'uima.cas.StringArray' || range === 'uima.cas.StringList') return 'strings';
  return lineageIn(types, range).includes('uima.cas.String') ? 'string' : null;
}
