import type { ChangeContext } from '../commands/project-view';
import type { Diff, Update } from '../diff';
import type { AnnotationId } from '../ids';
import type { DocumentRecord, SegmentationRecord } from '../model/document';
import type { AnyRecord } from '../model/records';
import { makeOffsetTable, type CodePointOffset } from '../offsets';
import { problem } from '../problem';
import { fail, ok, type Result } from '../result';
import { makeCutTable } from './cut';
import { carried, carriedLink, movedSpans, type HashText, type WholeDocument, type WithTexts } from './whole';

/** Where a document is cut, and what its two parts are called and where they stand in the queue. */
export interface Split {
  readonly at: CodePointOffset;
  readonly names: readonly [string, string];
  readonly positions: readonly [number, number];
}

const blank = /^\s*$/u;

/**
 * Makes two documents of one. All that lies in it is carried along: annotations of every coder, their links, imported
 * tokens and sentences. Refuses with `split-crossing` where something lies on both sides, with the nearest place where
 * nothing does; with `split-empty` where a part would have no words.
 */
export function splitDocument(
  whole: WholeDocument,
  { at, names, positions }: Split,
  context: ChangeContext,
  sha256: HashText,
): Result<WithTexts<Diff>> {
  const { document, text } = whole;
  const offsets = makeOffsetTable(text);
  const unit = offsets.toUtf16(at);
  const texts = [text.slice(0, unit), text.slice(unit)] as const;
  if (at > document.length || texts.some((part) => blank.test(part))) return fail(problem('split-empty'));
  const cuts = makeCutTable(whole);
  const crossing = cuts.crossing(at);
  if (crossing > 0) {
    const nearest = cuts.nearestFree(at);
    return fail(
      nearest === null
        ? problem('split-impossible', { count: crossing })
        : problem('split-crossing', { count: crossing, nearest }),
    );
  }

  const part = (index: 0 | 1): DocumentRecord => ({
    ...document,
    id: context.newId(),
    name: names[index],
    position: positions[index],
    sha256: sha256(texts[index]),
    length: index === 0 ? at : document.length - at,
    byteOrderMark: index === 0 && document.byteOrderMark,
  });
  const parts = [part(0), part(1)] as const;
  const updated: Update[] = [];
  const behind = new Set<AnnotationId>();
  for (const annotation of whole.annotations) {
    const isBehind = cuts.isBehind(annotation.id, at);
    if (isBehind) behind.add(annotation.id);
    updated.push([annotation, carried(annotation, parts[isBehind ? 1 : 0].id, isBehind ? 0 - at : 0)]);
  }
  for (const link of whole.links) {
    const after = behind.has(link.annotation) ? carriedLink(link, 0 - at) : link;
    if (after !== link) updated.push([link, after]);
  }
  const added: AnyRecord[] = [...parts];
  for (const segmentation of whole.segmentations) {
    const [first, second] = segmentsOfParts(segmentation, at, parts, context);
    updated.push([segmentation, first]);
    if (second) added.push(second);
  }
  return ok({
    change: { added, updated, removed: [document] },
    texts: new Map(parts.map((one, index) => [one.sha256, texts[index] ?? ''])),
  });
}

/** The spans of each part; one that has none gets no layer, unless the layer was empty. */
function segmentsOfParts(
  segmentation: SegmentationRecord,
  at: CodePointOffset,
  [first, second]: readonly [DocumentRecord, DocumentRecord],
  context: ChangeContext,
): readonly [SegmentationRecord, SegmentationRecord | null] {
  const before = segmentation.spans.filter(([start, end]) => start < at && end <= at);
  const behind = movedSpans(
    segmentation.spans.filter(([start]) => start >= at),
    0 - at,
  );
  if (before.length === 0 && behind.length > 0)
    return [{ ...segmentation, document: second.id, spans: behind }, null];
  return [
    { ...segmentation, document: first.id, spans: before },
    behind.length === 0
      ? null
      : {
          ...segmentation,
          id: context.newId(),
          document: second.id,
          spans: behind,
        },
  ];
}
