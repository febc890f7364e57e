import { z } from 'zod';
import type { Options } from '../../core/exchange/options';
import { carrying, type Carries, type Reason, type Thing } from '../../core/exchange/things';
import type { AnnotationRecord } from '../../core/model/annotation';
import type { SegmentationRecord } from '../../core/model/document';
import type { Contents, DocumentContents } from '../exchange/contents';
import { DocumentPaths } from '../exchange/document-paths';
import type { Piece, SerializeContext } from '../exchange/format';
import { uniqueNames } from '../exchange/unique-names';
import { documentStart, format } from './parse';
import { spaceCell, writeDetails } from './spacing';
import { schemes, writeTags, type Chunk } from './tags';
import { sentenceEnds, textOf, tokensOf, type Stretch, type Text } from './tokens';

/** What columns of tokens and tags hold of a project. */
export const conllCarries = ({ spacing }: Options): Carries =>
  carrying({
    document: 'whole',
    text: spacing === true ? 'whole' : ['spacing'],
    'document-name': spacing === true ? 'whole' : 'never',
    segmentation: ['token-edges', 'one-only', 'details'],
    annotation: ['kind', 'overlap', 'token-edges'],
    fragment: ['gaps-filled', 'token-edges'],
    type: ['kind', 'unused'],
  });

type Tell = (thing: Thing, reason: Reason, record: string) => void;

interface Labelled extends Stretch {
  readonly annotation: AnnotationRecord;
  readonly label: string;
}

/** Writes tokens with their tags, and with what stands between them where that is asked for. */
export function* serializeConll(
  contents: Contents,
  { language, options, lose }: SerializeContext,
): Generator<Piece> {
  const { types } = contents.codebook;
  const entities = types.filter(({ kind }) => kind === 'entity');
  const labels = uniqueNames(entities, format, language);
  for (const { id, kind } of types)
    if (kind !== 'entity') lose({ thing: 'type', reason: 'kind', record: id, part: null, document: null });
  const kinds = new Map(types.map(({ id, kind }) => [id, kind]));
  const used = new Set<string>();
  const paths = new DocumentPaths();
  for (const one of contents.documents()) {
    const { name } = one.document;
    const tell: Tell = (thing, reason, record) => lose({ thing, reason, record, part: null, document: name });
    const text = textOf(one.text);
    const spans: Labelled[] = [];
    for (const annotation of one.annotations) {
      const kind = kinds.get(annotation.type);
      const label = labels.get(annotation.type)?.replace(/\s+/gu, '_');
      if (kind === 'relation') continue;
      if (label === undefined) tell('annotation', 'kind', annotation.id);
      else spans.push(...stretchOf(annotation, label, text, tell));
    }
    const file = options['files'] === 'each' ? `${paths.pathFor(name)}.conll` : '';
    const tagged = withoutOverlaps(spans, tell);
    for (const { annotation } of tagged) used.add(annotation.type);
    yield { file, data: writeDocument(one, text, tagged, options, tell) };
  }
  for (const { id } of entities)
    if (!used.has(id)) lose({ thing: 'type', reason: 'unused', record: id, part: null, document: null });
}

/** An annotation as one stretch without white space at its edges. */
function stretchOf(annotation: AnnotationRecord, label: string, text: Text, tell: Tell): readonly Labelled[] {
  const { id, fragments } = annotation;
  // An annotation of no width is told already.
  if (fragments.some(({ start, end }) => start === end)) return [];
  const whole = {
    start: Math.min(...fragments.map(({ start }) => start)),
    end: Math.max(...fragments.map(({ end }) => end)),
  };
  const words = Array.from(text.slice(whole.start, whole.end));
  const isWord = (character: string): boolean => /\S/u.test(character);
  const first = words.findIndex(isWord);
  if (first < 0) {
    tell('annotation', 'token-edges', id);
    return [];
  }
  if (fragments.length > 1) tell('fragment', 'gaps-filled', id);
  const last = words.findLastIndex(isWord);
  if (first > 0 || last < words.length - 1) tell('fragment', 'token-edges', id);
  return [{ annotation, label, start: whole.start + first, end: whole.start + last + 1 }];
}

/** Of stretches that overlap, the one that begins first, or else the longer one. */
function withoutOverlaps(spans: readonly Labelled[], tell: Tell): readonly Labelled[] {
  let end = 0;
  return spans
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((span) => {
      if (span.start < end) {
        tell('annotation', 'overlap', span.annotation.id);
        return false;
      }
      ({ end } = span);
      return true;
    });
}

function writeDocument(
  { document, segmentations, text: whole }: DocumentContents,
  text: Text,
  spans: readonly Labelled[],
  options: Options,
  tell: Tell,
): string {
  const of = (unit: string): (typeof segmentations)[number] | undefined =>
    segmentations.find((one) => one.unit === unit);
  const { tokens, areStored: hasTokens } = tokensOf(text, spans, of('token'));
  const columns = hasTokens ? columnsOf(of('token'), tokens.length, tell) : null;
  const starts = new Map(tokens.map(({ start }, index) => [start, index]));
  const ends = new Map(tokens.map(({ end }, index) => [end, index]));
  const chunks: Chunk[] = spans.map(({ label, start, end }) => ({
    type: label,
    first: starts.get(start) ?? 0,
    last: ends.get(end) ?? 0,
  }));
  const sentences = sentenceEnds(text, tokens, chunks, of('sentence'));
  const written = [...(hasTokens ? ['token'] : []), ...(sentences.areStored ? ['sentence'] : [])];
  for (const one of segmentations) {
    const isFirst = one === of(one.unit);
    if (!isFirst || !written.includes(one.unit))
      tell('segmentation', isFirst ? 'token-edges' : 'one-only', one.id);
  }
  const scheme = schemes.find((one) => one === options['scheme']) ?? 'iob2';
  const tags = writeTags(tokens.length, chunks, scheme);
  const hasSpacing = options['spacing'] === true;
  const details = new Map([
    ['Name', document.name],
    ['SpacesBefore', text.slice(0, tokens[0]?.start ?? 0)],
    ['Segments', written.join(',') || 'none'],
  ]);
  const cells = (...all: readonly string[]): string =>
    `${all.join(options['separator'] === 'tab' ? '\t' : ' ')}\n`;
  const noColumns = columns?.[0]?.map(() => '-X-') ?? [];
  const lines = [
    hasSpacing
      ? cells(documentStart, ...noColumns, writeDetails(details), 'O')
      : cells(documentStart, ...noColumns, 'O'),
    '\n',
  ];
  let plain = '';
  tokens.forEach(({ start, end }, index) => {
    const token = text.slice(start, end);
    const after = text.slice(end, tokens[index + 1]?.start ?? text.length);
    const isEnd = sentences.ends.has(index) || index === tokens.length - 1;
    plain += token + (index === tokens.length - 1 ? '' : isEnd ? '\n' : ' ');
    const tag = tags[index] ?? 'O';
    const others = columns?.[index] ?? [];
    lines.push(hasSpacing ? cells(token, ...others, spaceCell(after), tag) : cells(token, ...others, tag));
    if (isEnd) lines.push('\n');
  });
  if (!hasSpacing && plain !== whole) tell('text', 'spacing', document.id);
  return lines.join('');
}

const manyCells = z.array(z.array(z.string().regex(/^\S+$/u)));

/** The further columns that tokens came with; null where there are none, or where rows differ in how many they have. */
function columnsOf(
  tokens: SegmentationRecord | undefined,
  count: number,
  tell: Tell,
): readonly (readonly string[])[] | null {
  const kept = tokens?.origin?.format === format ? tokens.origin.fields['columns'] : undefined;
  if (tokens === undefined || kept === undefined) return null;
  const columns = manyCells.safeParse(kept);
  const widths = new Set(columns.data?.map(({ length }) => length));
  if (columns.data?.length === count && widths.size === 1) return columns.data;
  tell('segmentation', 'details', tokens.id);
  return null;
}
