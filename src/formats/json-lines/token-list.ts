import type { SegmentationRecord } from '../../core/model/document';
import type { CodePointOffset } from '../../core/offsets';
import { isObject, listIn, without, type JsonObject } from './json';
import type { SpanReader } from './span-reader';
import type { Tokens } from './tokens';

type SegmentationDraft = Pick<SegmentationRecord, 'unit' | 'spans' | 'origin'>;

/** What a task says about tokens that Postil found itself: an import does not take them for somebody's. */
const found = 'postil';

const tokenMembers: ReadonlySet<string> = new Set(['text', 'start', 'end', 'id', 'ws']);

/** The tokens of a document as objects of the file, and the segmentation that they are. */
export function readTokens(
  record: JsonObject,
  reader: SpanReader,
  format: string,
): { readonly tokens: readonly JsonObject[]; readonly segmentations: readonly SegmentationDraft[] } {
  const tokens = reader.objects(record['tokens'], 'tokens');
  if (record['tokenizer'] === found || tokens.length === 0) return { tokens, segmentations: [] };
  const spans = readStretches(tokens, reader, 'token');
  const details = tokens.map((token) => without(token, tokenMembers));
  const hasDetails = details.some((members) => Object.keys(members).length > 0);
  const fields = hasDetails && spans.length === tokens.length ? { tokens: details } : {};
  return { tokens, segmentations: [{ unit: 'token', spans, origin: { format, id: null, fields } }] };
}

/** Stretches of the text in its order; those that are none are told. */
export function readStretches(
  list: readonly JsonObject[],
  reader: SpanReader,
  what: string,
): readonly (readonly [CodePointOffset, CodePointOffset])[] {
  return list
    .flatMap((one, index) => {
      const span = reader.span(one['start'], one['end'], `${what} ${index + 1}`);
      return span ? [[span.start, span.end] as const] : [];
    })
    .sort(([a], [b]) => a - b);
}

/** The members that tell the tokens of a document. */
export function tokenMembersOf({ tokens, stored }: Tokens): JsonObject {
  const details = listIn(stored?.origin?.fields['tokens']);
  return {
    tokens: tokens.map(({ start, end, text, ws }, id) => {
      const more = details[id];
      return { text, start, end, id, ws, ...(isObject(more) ? more : {}) };
    }),
    ...(stored === null ? { tokenizer: found } : {}),
  };
}
