import { carrying, type Carries } from '../../core/exchange/things';

/** What WebAnno TSV 3.3 holds. */
export const carries = (): Carries =>
  carrying({
    document: 'whole',
    text: 'whole',
    'document-name': ['spelling'],
    segmentation: ['details', 'one-only'],
    annotation: ['token-edges', 'kind'],
    fragment: ['gaps-filled', 'token-edges'],
    'zero-width': 'whole',
    attribute: ['value-shape', 'no-place'],
    role: ['filled-by-entry', 'filled-by-span', 'filler-missing', 'kind'],
    relation: ['filled-by-entry', 'filled-by-span', 'filler-missing', 'one-only', 'kind'],
    identity: ['overlap'],
    entry: ['unused', 'spelling'],
    type: ['spelling', 'unused'],
  });
