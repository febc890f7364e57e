import { useMemo } from 'react';
import { datesIn, type FoundDate } from '../../core/dates/find';
import { anchorOf, resolveDate, type Anchor } from '../../core/dates/resolve';
import type { AnnotationRecord } from '../../core/model/annotation';
import type { DocumentRecord } from '../../core/model/document';
import { makeOffsetTable } from '../../core/offsets';
import { sentenceAround } from '../../core/words/sentence-around';
import { useInterface } from '../stores/interface';
import { useWorkspace, workspace } from '../stores/workspace/workspace';
import type { DateHelp } from './props';

/** The keys of metadata under which documents have their date. */
const dateKeys = ['date', 'Date', 'published', 'дата', 'Дата'] as const;

/** The date of a document, as its metadata tell it. */
export function anchorOfDocument({ metadata }: DocumentRecord): Anchor | null {
  for (const key of dateKeys) {
    const anchor = anchorOf(metadata[key] ?? '');
    if (anchor) return anchor;
  }
  return null;
}

/** The words that were selected last in the open document, while that is open. */
let lastSelected: { readonly document: string; readonly words: string } | null = null;

useInterface.subscribe(({ textSelection }, { textSelection: before }) => {
  const open = workspace()?.open;
  if (!open || !textSelection || textSelection.isCollapsed || textSelection === before) return;
  const { start, end } = textSelection.span;
  // Whoever selects a page does not say a date by it.
  if (end - start > 200) return;
  const offsets = makeOffsetTable(open.text);
  const words = open.text.slice(offsets.toUtf16(start), offsets.toUtf16(end));
  lastSelected = { document: open.id, words };
});

/** What the text says about the date of an annotation: the words selected last, its own, and those of its sentence. */
function datesNear(annotation: AnnotationRecord, anchor: Anchor | null): readonly FoundDate[] {
  const open = workspace()?.open;
  const [first] = annotation.fragments;
  const end = annotation.fragments.at(-1)?.end;
  if (!first || end === undefined || open?.id !== annotation.document) return [];
  const offsets = makeOffsetTable(open.text);
  const span = { start: offsets.toUtf16(first.start), end: offsets.toUtf16(end) };
  const sentence = sentenceAround(open.text, span);
  const words = lastSelected?.document === open.id ? lastSelected.words : '';
  const selected = words === '' ? null : resolveDate(words, anchor);
  const found = [
    ...(selected === null ? [] : [{ words, edtf: selected }]),
    ...annotation.fragments.flatMap(({ quote }) => datesIn(quote, anchor)),
    ...datesIn(open.text.slice(sentence.start, sentence.end), anchor),
  ];
  return found.filter(
    ({ words: of, edtf }, index) =>
      found.findIndex((other) => other.edtf === edtf && other.words === of) === index,
  );
}

/** What helps to say when an annotation's event was. */
export function useDateHelp(annotation: AnnotationRecord): DateHelp {
  const document = useWorkspace((state) => state.documents.get(annotation.document)?.document ?? null, null);
  const { id, fragments } = annotation;
  return useMemo(() => {
    const anchor = document && anchorOfDocument(document);
    return { anchor, near: datesNear(annotation, anchor) };
    // A change of a value is no change of where the annotation stands.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only id and fragments of the annotation are read
  }, [document, id, fragments]);
}
