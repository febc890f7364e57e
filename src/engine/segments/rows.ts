import type { SegmentRow } from '../../contract/segments';
import { quoteOf, type AnnotationRecord } from '../../core/model/annotation';
import { makeOffsetTable, type OffsetTable } from '../../core/offsets';
import { sentenceAround } from '../../core/words/sentence-around';
import type { CoderId, DocumentId } from '../../core/ids';
import { isShownBeside } from '../../core/shown-coders';
import { annotations, annotationsInRows } from '../storage/records/annotations';
import type { Reader } from '../storage/file/connection';
import { linksOfAnnotation } from '../storage/records/links';
import type { RowNumber } from './lots';

/** Where rows get texts from. */
export interface TextSource {
  readonly reader: Reader;
  readText(document: DocumentId): string | undefined;
}

/** A text with the table of its offsets, made once for all rows of a page. */
interface Text {
  readonly text: string;
  readonly offsets: OffsetTable;
}

/**
 * Annotations in their sentences, in the order that is asked for. Rows that are gone are left out; what hidden coders
 * annotated is not quoted as what a relation ties together.
 */
export function segmentRows(
  source: TextSource,
  rows: readonly RowNumber[],
  hidden: ReadonlySet<CoderId>,
): readonly SegmentRow[] {
  const texts = new Map<DocumentId, Text>();
  const textOf = (document: DocumentId): Text => {
    const known = texts.get(document);
    if (known) return known;
    const text = source.readText(document) ?? '';
    const made = { text, offsets: makeOffsetTable(text) };
    texts.set(document, made);
    return made;
  };
  return annotationsInRows(source.reader, rows).map((annotation) =>
    annotation.fragments.length === 0
      ? { annotation, sentence: endsOf(source.reader, annotation, hidden), marks: [] }
      : { annotation, ...inSentence(annotation, textOf(annotation.document)) },
  );
}

function inSentence(
  { fragments }: AnnotationRecord,
  { text, offsets }: Text,
): Pick<SegmentRow, 'sentence' | 'marks'> {
  const spans = fragments.map(({ start, end }) => ({
    start: offsets.toUtf16(start),
    end: offsets.toUtf16(end),
  }));
  const [first] = spans;
  if (!first) return { sentence: '', marks: [] };
  const sentence = sentenceAround(text, first);
  const marks = spans
    .filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
    .map(({ start, end }) => [start - sentence.start, end - sentence.start] as const);
  return { sentence: text.slice(sentence.start, sentence.end), marks };
}

/** What a relation ties together, from the first end to the last. */
function endsOf(reader: Reader, { id }: AnnotationRecord, hidden: ReadonlySet<CoderId>): string {
  return linksOfAnnotation(reader, id)
    .filter(({ annotation, target }) => annotation === id && target.by === 'annotation')
    .map(({ target }) => {
      const end = target.by === 'annotation' ? annotations.find(reader, target.annotation) : undefined;
      if (end && !isShownBeside(hidden, end)) return '…';
      return end ? quoteOf(end) : '';
    })
    .join(' → ');
}
