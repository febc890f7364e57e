import { carrying, type Carries } from '../../core/exchange/things';

/** What brat's files hold of a project. */
export const bratCarries: Carries = carrying({
  document: 'whole',
  text: 'whole',
  'document-name': ['spelling'],
  annotation: 'whole',
  fragment: 'whole',
  'zero-width': 'whole',
  attribute: ['value-shape', 'spelling'],
  role: ['kind', 'other-document', 'filled-by-entry', 'filled-by-span', 'filler-missing'],
  relation: ['other-document', 'filled-by-entry', 'filled-by-span', 'filler-missing'],
  identity: ['kind', 'spelling'],
  note: ['spacing'],
  entry: ['unused', 'details'],
  type: 'whole',
  'codebook-detail': ['details', 'rewritten'],
});
