import type { EntryRecord } from '../../core/model/annotation';
import type { Contents } from '../exchange/contents';
import { DocumentPaths } from '../exchange/document-paths';
import type { Piece, SerializeContext } from '../exchange/format';
import { tellOfCodebook } from './codebook-losses';
import { writeConfiguration } from './configuration';
import { keptDocument, type KeptConfiguration } from './kept';
import { namesOf } from './names';
import { writeDocument } from './write/document';

/** Writes a collection of brat: the text and the annotations of each document, and its configuration. */
export function* serializeBrat(contents: Contents, { language, lose }: SerializeContext): Generator<Piece> {
  tellOfCodebook(contents.codebook, language, lose);
  const names = namesOf(contents.codebook);
  const entries = new Map<string, EntryRecord>([...contents.entries()].map((entry) => [entry.id, entry]));
  const unused = new Set(entries.keys());
  const paths = new DocumentPaths();
  const collections: KeptConfiguration[] = [];
  for (const one of contents.documents()) {
    const { id, name, origin } = one.document;
    const configuration = keptDocument(origin)?.configuration;
    if (configuration) collections.push(configuration);
    const path = paths.pathFor(name);
    if (path !== name)
      lose({ thing: 'document-name', reason: 'spelling', record: id, part: null, document: name });
    yield { file: `${path}.txt`, data: one.text };
    const data = writeDocument(one, {
      names,
      entry: (entry) => entries.get(entry),
      isExported: (annotated) => contents.annotation(annotated) !== undefined,
      onEntry: (entry) => void unused.delete(entry.id),
      lose,
    });
    yield { file: `${path}.ann`, data };
  }
  yield* writeConfiguration(contents.codebook, language, collections, lose);
  for (const record of unused) lose({ thing: 'entry', reason: 'unused', record, part: null, document: null });
}
