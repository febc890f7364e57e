import { CasWriter } from '../cas/cas-writer';
import { DocumentFiles } from '../cas/document-files';
import { isXml } from '../xml/characters';
import type { Abilities } from '../cas/written-value';
import type { Contents } from '../exchange/contents';
import type { Exporting, Piece, SerializeContext } from '../exchange/format';
import { buildCas, type BuiltCas } from './built-cas';
import type { TypeSystem } from './structures';
import { typesFor } from './written-types';
import { writeTypeSystem, writeXmi } from './write-xmi';

interface BuiltDocument {
  readonly file: string;
  readonly cas: BuiltCas;
  /** All that the codebook describes. */
  readonly types: TypeSystem;
}

/** The documents of a project as CASes, each with the name of its file. */
export function* builtDocuments(
  contents: Contents,
  context: SerializeContext,
  abilities: Abilities,
  ending: string,
): Generator<BuiltDocument> {
  const writer = new CasWriter(contents, context, abilities);
  const types = typesFor(writer.layers);
  const files = new DocumentFiles(ending, contents.size);
  for (const one of contents.documents()) {
    const { document } = one;
    const cas = writer.write(one);
    // The name stands in the metadata, whatever the file is called.
    if (abilities.xml && !isXml(document.name))
      context.lose({
        thing: 'document-name',
        reason: 'xml-character',
        record: document.id,
        part: null,
        document: document.name,
      });
    yield { file: files.fileFor(document).file, cas: buildCas(cas), types };
  }
  writer.tellEntries();
}

const abilities: Abilities = { typed: true, relationsFill: true, xml: true, inRows: false };

/** Writes an XMI file for each document, and the type system behind them. */
export const serializeXmi: Exporting['serialize'] = function* (contents, context): Generator<Piece> {
  let types: TypeSystem = new Map();
  for (const built of builtDocuments(contents, context, abilities, '.xmi')) {
    ({ types } = built);
    yield { file: built.file, data: writeXmi(built.cas) };
  }
  yield { file: 'TypeSystem.xml', data: writeTypeSystem(types) };
};
