import type { Json } from '../../core/model/origin';
import { plainDocument, type DocumentDraft, type Parsed } from '../exchange/drafts';
import type { ParseContext, SourceFile } from '../exchange/format';
import type { GrowingCodebook } from '../exchange/growing-codebook';
import { readArrows } from '../json-lines/arrows';
import { isObject, listIn, without, wordsIn, type JsonObject } from '../json-lines/json';
import { readMetadata } from '../json-lines/metadata';
import { fallbackName } from '../json-lines/names';
import { readDocuments } from '../json-lines/documents';
import type { SpanReader } from '../json-lines/span-reader';
import { readStretches, readTokens } from '../json-lines/token-list';
import { entities, GroupedSpans } from './groups';

export const format = 'spacy';

const documentMembers: ReadonlySet<string> = new Set([
  'text',
  'name',
  'tokens',
  'tokenizer',
  'sents',
  'ents',
  'spans',
  'relations',
  'meta',
]);

export const parse = (files: readonly SourceFile[], { language }: ParseContext): AsyncGenerator<Parsed> =>
  readDocuments(files, format, language, readDocument);

function readDocument(
  doc: JsonObject,
  text: string,
  reader: SpanReader,
  codebook: GrowingCodebook,
  count: number,
): DocumentDraft {
  const grouped = new GroupedSpans(reader, codebook, format);
  for (const ent of listIn(doc['ents'])) grouped.add(entities, ent);
  // Prodigy's way to write spans is common where spaCy is used: they are of no group.
  if (!isObject(doc['spans'])) for (const span of listIn(doc['spans'])) grouped.add(null, span);
  else
    for (const [group, spans] of Object.entries(doc['spans']))
      for (const span of listIn(spans)) grouped.add(group, span);
  const spans = grouped.drafts();
  const { tokens, segmentations } = readTokens(doc, reader, format);
  const arrows = readArrows(doc['relations'], spans, tokens, reader, codebook, format);
  const { metadata, untold } = readMetadata(isObject(doc['meta']) ? doc['meta'] : {});
  const sentences = readStretches(listIn(doc['sents']).filter(isObject), reader, 'sentence');
  const { file, line } = reader.place;
  const fields: Readonly<Record<string, Json>> = { members: without(doc, documentMembers), meta: untold };
  const name = wordsIn(doc['name']) ?? fallbackName(file, count);
  return {
    ...plainDocument(`${file}:${line}`, name, text, { format, id: null, fields }),
    metadata,
    segmentations: [
      ...segmentations,
      ...(Array.isArray(doc['sents']) ? [{ unit: 'sentence' as const, spans: sentences, origin: null }] : []),
    ],
    annotations: [...spans.map(({ draft }) => draft), ...arrows],
  };
}
