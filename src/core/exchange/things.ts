/**
 * Everything that a project holds and that a format may or may not carry. Loss reports, the tables of what formats can
 * carry, and the tests that compare the two all speak of these and of nothing else.
 */
export const things = [
  // Documents
  'document',
  'text',
  'document-name',
  'metadata',
  'document-attribute',
  'document-note',
  'document-status',
  'segmentation',
  // Annotations
  'annotation',
  'fragment',
  'zero-width',
  'attribute',
  'role',
  'relation',
  'identity',
  'coder',
  'status',
  'note',
  'time',
  // The registry
  'entry',
  'entry-detail',
  // The codebook
  'type',
  'codebook-detail',
  'term',
  // What was before
  'version',
  'history',
] as const;

export type Thing = (typeof things)[number];

/** Why something could not be carried, or only in part. The sentences stand in `formats.json` under `reason`. */
export const reasons = [
  /** The format has no place for such a thing. */
  'no-place',
  /** It has a place for annotations of some kinds only. */
  'kind',
  /** It cannot hold two annotations over the same text. */
  'overlap',
  /** It holds one stretch of text for an annotation: the gaps are filled. */
  'gaps-filled',
  /** It cannot hold an annotation of no width. */
  'no-width',
  /** It holds whole tokens only: the edges move to theirs. */
  'token-edges',
  /** It cannot hold a link to an annotation of another document. */
  'other-document',
  /** It cannot hold a role that is filled by a registry entry. */
  'filled-by-entry',
  /** It cannot hold a role that is filled by a bare stretch of text. */
  'filled-by-span',
  /** What fills the role is not exported, or was lost itself. */
  'filler-missing',
  /** It cannot hold this value as what it is. */
  'value-shape',
  /** XML cannot hold a character of it. */
  'xml-character',
  /** It is longer than a cell holds. */
  'cell-too-small',
  /** It holds one where there are several. */
  'one-only',
  /** Its characters are not all allowed there, so that it is written differently. */
  'spelling',
  /** Line breaks or blanks are not kept as they are. */
  'spacing',
  /** Nothing that is exported uses it. */
  'unused',
  /** Only some of its details have a place. */
  'details',
  /** It is written anew: comments, order and spelling of the file that it came from are not kept. */
  'rewritten',
] as const;

/** Why a format does not carry a thing in every case. */
export type Reason = (typeof reasons)[number];

/** With these reasons, a thing is carried, but not as it was. */
export const reasonsInPart: ReadonlySet<Reason> = new Set([
  'gaps-filled',
  'token-edges',
  'xml-character',
  'cell-too-small',
  'spelling',
  'spacing',
  'details',
]);

/**
 * How a format carries a thing: always and whole; not in every case, for these reasons; or never. The tests hold the
 * formats to it.
 */
export type Carriage = 'whole' | readonly [Reason, ...Reason[]] | 'never';

/** What a format can carry of each thing. */
export type Carries = Readonly<Record<Thing, Carriage>>;

/** A table in which everything that is not named is carried as `others` says. */
export const carrying = (named: Partial<Carries>, others: Carriage = 'never'): Carries => ({
  ...(Object.fromEntries(things.map((thing) => [thing, others])) as Record<Thing, Carriage>),
  ...named,
});
