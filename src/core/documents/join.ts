import type { ChangeContext } from '../commands/project-view';
import type { Diff, Update } from '../diff';
import type { DocumentId } from '../ids';
import { longestDocument, type DocumentRecord, type SegmentationRecord } from '../model/document';
import { makeOffsetTable } from '../offsets';
import { problem } from '../problem';
import { fail, ok, type Result } from '../result';
import { carried, carriedLink, movedSpans, type HashText, type WholeDocument, type WithTexts } from './whole';

/** What is needed behind a text so that a blank line parts it from the next; nothing where one is there already. */
export function separatorAfter(text: string): string {
  const line = text.includes('\r\n') ? '\r\n' : '\n';
  if (/(?:\r\n|\n|\r(?!\n))[^\S\r\n]*(?:\r\n|\n|\r)$/.test(text)) return '';
  return /[\r\n]$/.test(text) ? line : line + line;
}

/**
 * Makes one document of several, in the order in which they come, parted by blank lines. All that lies in them is
 * carried along. Metadata and attributes are those of the first, with what only the others have. Answers, too, where
 * each begins in the joined text, in code points.
 */
export function joinDocuments(
  wholes: readonly WholeDocument[],
  name: string,
  context: ChangeContext,
  sha256: HashText,
): Result<WithTexts<Diff> & { readonly starts: readonly number[] }> {
  const [first, ...others] = wholes;
  if (!first || others.length === 0) return fail(problem('join-too-few'));
  let text = '';
  let length = 0;
  const starts = wholes.map((whole, index) => {
    const start = length;
    const part = whole.text + (index < others.length ? separatorAfter(whole.text) : '');
    text += part;
    length += makeOffsetTable(part).codePoints;
    return start;
  });
  if (length > longestDocument) return fail(problem('document-too-long', { longest: longestDocument }));

  const documents = wholes.map(({ document }) => document);
  const joined: DocumentRecord = {
    ...first.document,
    id: context.newId(),
    name,
    status: documents.every(({ status }) => status === first.document.status)
      ? first.document.status
      : 'draft',
    note: [...new Set(documents.map(({ note }) => note.trim()))].filter(Boolean).join('\n\n'),
    metadata: firstOfEach(documents.map(({ metadata }) => metadata)),
    attributes: firstOfEach(documents.map(({ attributes }) => attributes)),
    sha256: sha256(text),
    length,
  };
  const updated: Update[] = [];
  wholes.forEach((whole, index) => {
    const by = starts[index] ?? 0;
    const mine = new Set(whole.annotations.map(({ id }) => id));
    for (const annotation of whole.annotations)
      updated.push([annotation, carried(annotation, joined.id, by)]);
    for (const link of whole.links) {
      const after = mine.has(link.annotation) ? carriedLink(link, by) : link;
      if (after !== link) updated.push([link, after]);
    }
  });
  const segmentations = joinSegmentations(wholes, starts, joined.id);
  return ok({
    change: {
      added: [joined],
      updated: [...updated, ...segmentations.updated],
      removed: [...documents, ...segmentations.removed],
    },
    texts: new Map([[joined.sha256, text]]),
    starts,
  });
}

/** For each key the value of the first record that has one. */
const firstOfEach = <Value>(records: readonly Readonly<Record<string, Value>>[]): Record<string, Value> =>
  Object.assign({}, ...[...records].reverse()) as Record<string, Value>;

/** Layers of the same kind and origin become one; others go on as they are. */
function joinSegmentations(
  wholes: readonly WholeDocument[],
  starts: readonly number[],
  document: DocumentId,
): Pick<Diff, 'updated' | 'removed'> {
  const layers = new Map<string, { before: SegmentationRecord; after: SegmentationRecord }>();
  const removed: SegmentationRecord[] = [];
  wholes.forEach(({ segmentations }, index) => {
    const ofThis = new Map<string, number>();
    for (const segmentation of segmentations) {
      const { unit, origin } = segmentation;
      const kind = JSON.stringify([unit, origin]);
      const ordinal = ofThis.get(kind) ?? 0;
      ofThis.set(kind, ordinal + 1);
      const key = `${ordinal} ${kind}`;
      const spans = movedSpans(segmentation.spans, starts[index] ?? 0);
      const layer = layers.get(key);
      if (layer) {
        layer.after = { ...layer.after, spans: [...layer.after.spans, ...spans] };
        removed.push(segmentation);
      } else layers.set(key, { before: segmentation, after: { ...segmentation, document, spans } });
    }
  });
  return { updated: [...layers.values()].map(({ before, after }): Update => [before, after]), removed };
}
