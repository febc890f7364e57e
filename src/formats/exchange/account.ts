import type { AnnotationRecord } from '../../core/model/annotation';
import type { Contents, DocumentContents } from './contents';
import type { Lose } from '../../core/exchange/losses';
import type { Carries, Thing } from '../../core/exchange/things';

/** What an annotation, a document or an entry has that a format may have no place for: each thing with its part. */
type Had = readonly [thing: Thing, part: string | null];

/**
 * The contents as a format gets them that carries this much: what it never carries is told while the documents are gone
 * through for the first time, so that no format has to tell of what it has no place for at all.
 */
export function accounted(contents: Contents, carries: Carries, lose: Lose): Contents {
  const never = (thing: Thing): boolean => carries[thing] === 'never';
  let isFirst = true;
  const tell = (had: readonly Had[], record: string, document: string | null): void => {
    for (const [thing, part] of had)
      if (never(thing)) lose({ thing, reason: 'no-place', record, part, document });
  };
  for (const thing of ['version', 'history'] as const)
    if (never(thing) && contents.past[thing] > 0)
      lose({ thing, reason: 'no-place', record: '', part: null, document: null }, contents.past[thing]);
  tellOfCodebook(contents, tell);
  return {
    ...contents,
    *documents() {
      const tells = isFirst;
      isFirst = false;
      for (const one of contents.documents()) {
        if (tells) tellOfDocument(one, contents, carries, tell);
        yield one;
      }
    },
  };
}

type Tell = (had: readonly Had[], record: string, document: string | null) => void;

function tellOfCodebook(contents: Contents, tell: Tell): void {
  const { types, terms } = contents.codebook;
  for (const { id } of types)
    tell(
      [
        ['type', null],
        ['codebook-detail', null],
      ],
      id,
      null,
    );
  for (const { id } of terms) tell([['term', null]], id, null);
  for (const entry of contents.entries()) {
    const detailed =
      entry.aliases.length > 0 ||
      entry.note !== '' ||
      entry.date !== null ||
      entry.place !== null ||
      Object.keys(entry.attributes).length > 0;
    tell([['entry', null], ...(detailed ? [['entry-detail', null] as const] : [])], entry.id, null);
  }
}

const keys = (thing: Thing, values: object): readonly Had[] => Object.keys(values).map((key) => [thing, key]);
const given = (thing: Thing, isThere: boolean): readonly Had[] => (isThere ? [[thing, null]] : []);

function tellOfDocument(
  { document, segmentations, annotations, links }: DocumentContents,
  { codebook }: Contents,
  carries: Carries,
  tell: Tell,
): void {
  const { name } = document;
  tell(
    [
      ['document', null],
      ['text', null],
      ['document-name', null],
      ...keys('metadata', document.metadata),
      ...keys('document-attribute', document.attributes),
      ...given('document-note', document.note !== ''),
      ...given('document-status', document.status !== 'draft'),
    ],
    document.id,
    name,
  );
  for (const { id } of segmentations) tell([['segmentation', null]], id, name);
  // What goes with the whole annotation is not told once more by its parts.
  if (carries.annotation === 'never') {
    for (const { id } of annotations) tell([['annotation', null]], id, name);
    return;
  }
  const kindOf = new Map(codebook.types.map(({ id, kind }) => [id, kind]));
  const ofRelation = new Set<string>();
  for (const annotation of annotations) {
    const isRelation = kindOf.get(annotation.type) === 'relation';
    if (isRelation) ofRelation.add(annotation.id);
    if (isRelation && carries.relation === 'never') tell([['relation', null]], annotation.id, name);
    else tell(partsOf(annotation), annotation.id, name);
  }
  for (const { id, annotation } of links) if (!ofRelation.has(annotation)) tell([['role', null]], id, name);
}

const partsOf = (annotation: AnnotationRecord): readonly Had[] => [
  ...given('fragment', annotation.fragments.length > 1),
  ...given(
    'zero-width',
    annotation.fragments.some(({ start, end }) => start === end),
  ),
  ...keys('attribute', annotation.attributes),
  ...given('identity', annotation.entry !== null),
  ...given('coder', true),
  ...given('status', annotation.status !== 'draft'),
  ...given('note', annotation.note !== ''),
  ...given('time', true),
];

/** Goes through documents of which a format writes nothing, so that what it does not carry is told. Answers with their number. */
export function goThrough(contents: Contents): number {
  const documents = contents.documents()[Symbol.iterator]();
  let count = 0;
  while (documents.next().done !== true) count += 1;
  return count;
}
