/**
 * What the rows of a data set hold, declared once: the card's features, the schema of Parquet and the rows themselves
 * follow it. Offsets are code points, half-open.
 */
export type Feature =
  | { readonly name: string; readonly type: 'string' | 'int32' }
  | { readonly name: string; readonly list: 'string' | 'int32' | readonly Feature[] };

const strings = (...names: readonly string[]): readonly Feature[] =>
  names.map((name) => ({ name, type: 'string' }));

/** A value of an attribute: its kind, what it is as JSON, and how people call it. */
const values: Feature = { name: 'attributes', list: strings('id', 'name', 'domain', 'value', 'label') };

const place: readonly Feature[] = [
  { name: 'start', type: 'int32' },
  { name: 'end', type: 'int32' },
  { name: 'quote', type: 'string' },
];

export const documentFeatures: readonly Feature[] = [
  ...strings('document_id', 'document_name', 'document_status', 'document_note'),
  { name: 'metadata', list: strings('key', 'value') },
  values,
  {
    name: 'segmentations',
    list: [
      ...strings('unit'),
      { name: 'starts', list: 'int32' },
      { name: 'ends', list: 'int32' },
      ...strings('origin'),
    ],
  },
  {
    name: 'annotations',
    list: [
      ...strings('id', 'type', 'label', 'kind'),
      { name: 'fragments', list: place },
      ...strings('entry', 'entry_name'),
      values,
      {
        name: 'roles',
        list: [
          ...strings('role', 'name', 'by', 'annotation', 'document', 'entry'),
          ...place,
          ...strings('origin'),
        ],
      },
      ...strings('coder', 'status', 'note', 'created_at', 'modified_at', 'origin'),
    ],
  },
  ...strings('origin', 'text'),
];

export const entryFeatures: readonly Feature[] = [
  ...strings('entry_id', 'kind', 'type', 'name'),
  { name: 'aliases', list: 'string' },
  { name: 'identifiers', list: strings('scheme', 'value') },
  ...strings('note', 'date', 'place'),
  values,
  ...strings('origin'),
];
