import type { Json } from '../../core/model/origin';
import { plainDocument, type DocumentDraft, type Parsed } from '../exchange/drafts';
import type { ParseContext, SourceFile } from '../exchange/format';
import type { GrowingCodebook } from '../exchange/growing-codebook';
import { ArrowReader } from '../json-lines/read-arrows';
import { isList, without, wordsIn, type JsonObject } from '../json-lines/json';
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
  'entities',
  'spans',
  'relations',
  'meta',
]);

/** Reads documents as `Doc.to_json` writes them. */
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
  for (const member of ['ents', 'entities'])
    for (const ent of reader.list(doc[member], member)) grouped.add(entities, ent);
  // Prodigy's way to write spans is common where spaCy is used: they are of no group.
  if (isList(doc['spans'])) for (const span of doc['spans']) grouped.add(null, span);
  else
    for (const [group, spans] of Object.entries(reader.members(doc['spans'], 'spans')))
      for (const span of reader.list(spans, group)) grouped.add(group, span);
  const spans = grouped.drafts();
  const { tokens, segmentations } = readTokens(doc, reader, format);
  const annotations = new ArrowReader(spans, tokens, reader, codebook, format).read(doc['relations']);
  const { metadata, untold } = readMetadata(reader.members(doc['meta'], 'meta'));
  const sentences = readStretches(reader.objects(doc['sents'], 'sents'), reader, 'sentence');
  const { file, line } = reader.place;
  const fields: Readonly<Record<string, Json>> = { members: without(doc, documentMembers), meta: untold };
  const name = wordsIn(doc['name']) ?? fallbackName(file, count);
  return {
    ...plainDocument(`${file}:${line}`, name, text, { format, id: null, fields }),
    metadata,
    segmentations: [
      ...segmentations,
      ...(isList(doc['sents']) ? [{ unit: 'sentence' as const, spans: sentences, origin: null }] : []),
    ],
    annotations,
  };
}
