import type { Codebook } from '../../core/codebook/codebook';
import type { AttributeRecord, TypeRecord } from '../../core/model/codebook';
import { wordsIn } from '../json-lines/json';
import { uniqueNames } from '../exchange/unique-names';
import { fieldsFrom } from '../json-lines/origins';
import { format } from './task';

/** What the controls of a labelling interface are called; tasks refer to them by these names. */
export interface Controls {
  /** The object that is labelled: the text. */
  readonly object: string;
  /** The control that has the label of a type. */
  readonly ofType: (type: TypeRecord) => string;
  /** The control that tells the values of an attribute. */
  readonly ofAttribute: (attribute: AttributeRecord) => string;
}

/**
 * Controls are called as in the interface that the types came with. Types that came with none stand with the others of
 * their kind.
 */
export function controlsOf({ types, attributes }: Codebook, language: string): Controls {
  const spans = types.filter(({ kind }) => kind !== 'relation');
  const came = ({ origin }: TypeRecord, member: string): string | undefined =>
    wordsIn(fieldsFrom({ origin }, format)[member]);
  const object = spans.map((type) => came(type, 'object')).find((name) => name !== undefined) ?? 'text';
  const ofKind = new Map<string, string>();
  for (const type of spans) {
    const control = came(type, 'control');
    if (control !== undefined && control !== object && !ofKind.has(type.kind)) ofKind.set(type.kind, control);
  }
  const ofType = (type: TypeRecord): string => {
    const control = came(type, 'control');
    return control !== undefined && control !== object ? control : (ofKind.get(type.kind) ?? type.kind);
  };
  const taken = new Set([object, ...spans.map(ofType)]);
  const names = uniqueNames(
    attributes.filter(({ owner }) => owner.of === 'type'),
    format,
    language,
  );
  const ofAttribute = ({ id }: AttributeRecord): string => {
    const name = names.get(id) ?? id;
    return taken.has(name) ? id : name;
  };
  return { object, ofType, ofAttribute };
}
