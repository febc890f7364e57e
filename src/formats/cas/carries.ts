import type { Carries } from '../../core/exchange/things';

/** What a CAS holds of a project, in the layers that INCEpTION knows. */
export const casCarries = {
  document: 'whole',
  text: 'whole',
  'document-name': 'whole',
  segmentation: ['details', 'one-only'],
  annotation: ['kind'],
  fragment: ['gaps-filled'],
  'zero-width': 'whole',
  attribute: ['value-shape', 'no-place'],
  role: ['filled-by-entry', 'filled-by-span', 'filler-missing', 'kind'],
  relation: ['filled-by-entry', 'filled-by-span', 'filler-missing', 'one-only', 'kind'],
  identity: ['overlap'],
  entry: ['unused', 'spelling'],
  type: ['spelling'],
} as const satisfies Partial<Carries>;
