import { createHash } from 'node:crypto';
import { makeOffsetTable, codePoint, type OffsetTable } from '../../core/offsets';
import type { Reader } from '../storage/file/connection';
import { fault, type Finding, type Rule } from './rule';

/** A text with what is needed to look up spans in it. */
interface Text {
  readonly id: string;
  readonly text: string;
  readonly offsets: OffsetTable;
}

interface SpanRow {
  readonly id: string;
  readonly position: number;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

interface DocumentRow {
  readonly id: string;
  readonly sha256: string;
  readonly length: number;
  /** The text as it is stored: half of a surrogate pair and what stands behind U+0000 would be lost as a string. */
  readonly bytes: Uint8Array;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

/** Every document, its text read once; then all that refers to places in it. */
export const texts: Rule = function* (reader) {
  const documents = reader
    .query<DocumentRow>('SELECT id, sha256, length, CAST(text AS BLOB) AS bytes FROM document')
    .each();
  for (const document of documents) {
    const where = `document ${document.id}`;
    const text = decode(document.bytes);
    if (text === null)
      yield fault('text.encoding', where, 'the text is not valid UTF-8, or has lone surrogates');
    else if (text.includes('\0')) yield fault('text.nul', where, `U+0000 at ${text.indexOf('\0')}`);
    else {
      const offsets = makeOffsetTable(text);
      if (createHash('sha256').update(document.bytes).digest('hex') !== document.sha256)
        yield fault('text.sha256', where, `is not ${document.sha256}`);
      if (offsets.codePoints !== document.length)
        yield fault('text.length', where, `${offsets.codePoints} code points, not ${document.length}`);
      yield* placesIn(reader, { id: document.id, text, offsets });
    }
    yield null;
  }
};

function* placesIn(reader: Reader, text: Text): Iterable<Finding> {
  yield* fragmentsIn(reader, text);
  yield* linkedSpansIn(reader, text);
  yield* segmentationsIn(reader, text);
  const outside = reader.query<{ coder: string; top: number; caret: number }>(
    'SELECT coder, top, caret FROM place WHERE document = ? AND max(top, caret) > ?',
  );
  for (const { coder, top, caret } of outside.all(text.id, text.offsets.codePoints))
    yield fault('place.bounds', `document ${text.id}`, `coder ${coder} was at ${top}, ${caret}`);
}

function* fragmentsIn(reader: Reader, text: Text): Iterable<Finding> {
  const rows = reader.query<SpanRow>(
    `SELECT a.id, f.position, f.start, f."end", f.quote
     FROM annotation AS a JOIN fragment AS f ON f.annotation = a.id
     WHERE a.document = ? ORDER BY a.id, f.position`,
  );
  let before: SpanRow | null = null;
  for (const row of rows.all(text.id)) {
    const where = `annotation ${row.id}, fragment ${row.position}`;
    const expected: number = before?.id === row.id ? before.position + 1 : 0;
    if (row.position !== expected) yield fault('fragment.position', where, `should be ${expected}`);
    yield quoteAt(text, row, 'fragment', where);
    before = row;
  }
}

function* linkedSpansIn(reader: Reader, text: Text): Iterable<Finding> {
  const rows = reader.query<SpanRow>(
    `SELECT link.id, link.position, target_start AS start, target_end AS "end", target_quote AS quote
     FROM annotation JOIN link ON link.annotation = annotation.id
     WHERE annotation.document = ? AND target_quote IS NOT NULL`,
  );
  for (const row of rows.all(text.id)) yield quoteAt(text, row, 'link', `link ${row.id}`);
}

/** Whether a span lies within the text, and what it covers is its quote. */
function quoteAt(
  { text, offsets }: Text,
  { start, end, quote }: SpanRow,
  kind: string,
  where: string,
): Finding {
  if (start < 0 || end < start || end > offsets.codePoints)
    return fault(`${kind}.bounds`, where, `${start}-${end} in a text of ${offsets.codePoints}`);
  const covered = text.slice(offsets.toUtf16(codePoint(start)), offsets.toUtf16(codePoint(end)));
  return covered === quote ? null : fault(`${kind}.quote`, where, `"${quote}" is not "${covered}"`);
}

const isPair = (span: unknown): span is [number, number] =>
  Array.isArray(span) && span.length === 2 && span.every(Number.isInteger);

function* segmentationsIn(reader: Reader, { id, offsets }: Text): Iterable<Finding> {
  const rows = reader.query<{ id: string; spans: string }>(
    'SELECT id, spans FROM segmentation WHERE document = ?',
  );
  for (const row of rows.all(id)) {
    const spans = (JSON.parse(row.spans) as unknown[]).filter(isPair);
    const beyond = spans.find(([start, end]) => start < 0 || end < start || end > offsets.codePoints);
    if (beyond)
      yield fault(
        'segmentation.bounds',
        `segmentation ${row.id}`,
        `${beyond.join('-')} in ${offsets.codePoints}`,
      );
  }
}
