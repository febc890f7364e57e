import type { Reason } from '../../core/exchange/things';
import type { AttributeRecord, AttributeValue } from '../../core/model/codebook';
import { isDatedWords } from '../../core/rules/attribute-domain';
import { inXml, isXml } from '../xml/characters';
import type { CasRange, CasValue } from './model';

/** What a format of the family can hold beside texts. */
export interface Abilities {
  /** Whether features have types: numbers, truth values, lists. Else all are texts that spell them. */
  readonly typed: boolean;
  /** Whether relations may fill slots and be ends of others. */
  readonly relationsFill: boolean;
  /** Whether it is XML, which cannot hold every character. */
  readonly xml: boolean;
  /** Whether sentences and tokens have to cover the text one after the other. */
  readonly inRows: boolean;
}

/** The text with something else for each character that XML cannot hold, so that the offsets stay. */
export const asXml = (text: string): string => inXml(text, '\uFFFD');

/** What the feature of an attribute takes: a string where the format has no other types. */
export function rangeOf({ domain }: AttributeRecord, { typed }: Abilities): CasRange {
  if (!typed) return 'string';
  if (domain.kind === 'yes-no') return 'boolean';
  if (domain.kind === 'number') return 'number';
  return domain.kind === 'several-of' ? 'strings' : 'string';
}

/** A value for a feature, or why there is none. */
export type Written = { readonly value: CasValue } | { readonly reason: Reason };

/** A value as a feature holds it, or why it cannot. `termName` names the terms that their names tell apart. */
export function writtenValue(
  attribute: AttributeRecord,
  value: AttributeValue,
  abilities: Abilities,
  termName: (id: string) => string | undefined,
): Written {
  const written = plainValue(attribute, value, abilities, termName);
  if (written === undefined) return { reason: 'value-shape' };
  const texts = typeof written === 'object' ? written : [String(written)];
  return abilities.xml && !texts.every(isXml) ? { reason: 'xml-character' } : { value: written };
}

function plainValue(
  { domain }: AttributeRecord,
  value: AttributeValue,
  { typed }: Abilities,
  termName: (id: string) => string | undefined,
): CasValue | undefined {
  if (isDatedWords(value)) return `${value.edtf} ${value.words}`;
  if (Array.isArray(value)) {
    const list = value as readonly string[];
    // An empty list cannot be told from none.
    if (typed) return list.length > 0 ? list : undefined;
    return JSON.stringify(list);
  }
  if (domain.kind === 'vocabulary') return termName(String(value));
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean' || typeof value === 'number') return typed ? value : String(value);
  return undefined;
}
