import type { EntryRecord } from '../../core/model/annotation';
import { decoded } from '../exchange/decoded';
import { elementFeature, linkFeature, type CasAnnotation, type CasValue } from './model';

/** What a link of the layer of identities says of the mention that it lies on. */
export interface Identity {
  /** The layer of the mention. */
  readonly layer: string;
  /** What is the same for all mentions of one entry. */
  readonly key: string;
  readonly name: string;
  readonly identifiers: EntryRecord['identifiers'];
}

const textOf = (value: CasValue | undefined): string => (typeof value === 'string' ? value : '');

/** Reads a link: it is called like the entry, and its arc like the layer of the mention and the entry's identifiers. */
export function identityOf({ values }: CasAnnotation): Identity {
  const name = textOf(values.get(elementFeature));
  const [layer = '', ...words] = textOf(values.get(linkFeature)).split(' ');
  const identifiers = words.flatMap((word) => {
    const [scheme = '', value = ''] = word.split(':').map(decoded);
    return scheme !== '' && value !== '' ? [{ scheme, value }] : [];
  });
  return { layer, key: JSON.stringify([name, words]), name: name || '?', identifiers };
}

/** The features of a link that say which entry a mention of a layer is of. */
export const identityValues = (
  layer: string,
  { name, identifiers }: Pick<EntryRecord, 'name' | 'identifiers'>,
): ReadonlyMap<string, CasValue> =>
  new Map([
    [elementFeature, name],
    [
      linkFeature,
      [
        layer,
        ...identifiers.map(({ scheme, value }) => [scheme, value].map(encodeURIComponent).join(':')),
      ].join(' '),
    ],
  ]);
