import type { Lose } from '../../core/exchange/losses';
import type { AnnotationRecord, LinkRecord } from '../../core/model/annotation';
import type { DocumentRecord } from '../../core/model/document';
import type { AnyRecord, RecordName, Records } from '../../core/model/records';
import type { ProjectContents } from '../../formats/json/serialize';
import { annotationsOf } from '../storage/records/annotations';
import { pastChanges } from '../storage/journal/changes';
import { attributes, roles, terms, types, versions } from '../storage/records/codebook';
import { coders, codersAtWork } from '../storage/records/coders';
import type { Reader } from '../storage/file/connection';
import { documents } from '../storage/records/documents';
import { linksOfDocument } from '../storage/records/links';
import { entries } from '../storage/records/registry';
import { segmentationsOf } from '../storage/records/segmentations';
import { readRemovedTexts, readText } from '../storage/records/texts';
import type { Selected } from './selection';

/** What was chosen of a project, as Postil's own format asks for it: read document by document, and links once. */
export function contentsOf(
  reader: Reader,
  selected: Selected,
  { withHistory, lose }: { readonly withHistory: boolean; readonly lose: Lose },
): ProjectContents {
  const inQueue = documents.all(reader).filter((document) => selected.document(document));
  const chosen = (document: DocumentRecord): AnnotationRecord[] =>
    annotationsOf(reader, document.id)
      .filter((annotation) => selected.annotation(annotation))
      .sort(byPlace);
  const ofEach = function* <Item>(read: (document: DocumentRecord) => readonly Item[]): Generator<Item> {
    for (const document of inQueue) yield* read(document);
  };
  const sources: { readonly [Name in RecordName]: () => Iterable<Records[Name]> } = {
    // Who only opened the project, or changed other things than annotations, is part of its history.
    coder: () => (withHistory ? coders.all(reader) : codersAtWork(reader)),
    type: () => types.all(reader),
    role: () => roles.all(reader),
    attribute: () => attributes.all(reader),
    term: () => terms.all(reader),
    version: () => versions.all(reader),
    entry: () => entries.all(reader),
    document: () => inQueue,
    segmentation: () => ofEach(({ id }) => segmentationsOf(reader, id)),
    annotation: () => ofEach(chosen),
    link: () =>
      ofEach((document) =>
        filledLinks(ownLinks(reader, document.id, chosen(document)), document, selected, lose),
      ),
  };
  return {
    records: (name) => sources[name](),
    text: ({ id }) => readText(reader, id) ?? '',
    history: withHistory ? { changes: pastChanges(reader), removedTexts: readRemovedTexts(reader) } : null,
  };
}

/** The links whose filler is exported too; of the others it is told that they are lost. */
export const filledLinks = (
  links: readonly LinkRecord[],
  { name }: DocumentRecord,
  selected: Selected,
  lose: Lose,
): readonly LinkRecord[] =>
  links.filter((link) => {
    const isFilled = selected.filler(link);
    if (!isFilled)
      lose({ thing: 'role', reason: 'filler-missing', record: link.id, part: null, document: name });
    return isFilled;
  });

const byId = (a: AnyRecord, b: AnyRecord): number => (a.id < b.id ? -1 : Number(a.id > b.id));

/** By the place of the first fragment; what has none comes last. */
export function byPlace(a: AnnotationRecord, b: AnnotationRecord): number {
  const [first, second] = [a.fragments[0], b.fragments[0]];
  if (!first || !second) return Number(!first) - Number(!second) || byId(a, b);
  return first.start - second.start || first.end - second.end || byId(a, b);
}

/** The links that some annotations of a document have, in the order of those annotations. */
export function ownLinks(
  reader: Reader,
  document: DocumentRecord['id'],
  annotations: readonly AnnotationRecord[],
): readonly LinkRecord[] {
  const order = new Map(annotations.map((annotation, index) => [annotation.id, index]));
  const rank = (link: LinkRecord): number => order.get(link.annotation) ?? 0;
  return linksOfDocument(reader, document)
    .filter(({ annotation }) => order.has(annotation))
    .sort((a, b) => rank(a) - rank(b) || a.position - b.position || byId(a, b));
}
