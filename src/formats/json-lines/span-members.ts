/** What spaCy and Prodigy say of a span; whatever else stands there is kept as it is. */
export const spanMembers: ReadonlySet<string> = new Set([
  'id',
  'start',
  'end',
  'label',
  'kind',
  'token_start',
  'token_end',
]);
