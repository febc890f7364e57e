import type { Parsed } from '../exchange/drafts';
import type { Format, ParseContext, SourceFile } from '../exchange/format';
import { GrowingCodebook } from '../exchange/growing-codebook';
import { fileNameOf } from '../exchange/paths';
import { claimFactRuEval, type Layer } from './claim';
import { format } from './entities';
import { readDocument } from './read-document';

/** Reads the documents of a folder, each of which is six files. */
async function* parse(files: readonly SourceFile[], { language }: ParseContext): AsyncGenerator<Parsed> {
  const book = new GrowingCodebook(format, language);
  const byPath = new Map(files.map((file) => [file.path, file]));
  for (const file of files) {
    if (!file.path.endsWith('.txt')) continue;
    const stem = file.path.slice(0, -'.txt'.length);
    const content = async (layer: Layer): Promise<string> =>
      (await byPath.get(`${stem}.${layer}`)?.whole()) ?? '';
    const { document, entries, warnings } = readDocument(
      {
        stem,
        name: fileNameOf(stem),
        text: await file.whole(),
        layers: {
          tokens: await content('tokens'),
          spans: await content('spans'),
          objects: await content('objects'),
          coref: await content('coref'),
          facts: await content('facts'),
        },
      },
      book,
    );
    for (const warning of warnings) yield { kind: 'warning', problem: warning };
    const codebook = book.grown();
    if (codebook) yield { kind: 'codebook', codebook };
    for (const entry of entries) yield { kind: 'entry', entry };
    yield { kind: 'document', document };
  }
}

/** The layers of FactRuEval 2016: https://github.com/dialogue-evaluation/factRuEval-2016. */
export const factRuEval: Format = {
  name: format,
  title: 'FactRuEval 2016',
  import: {
    linksDocuments: false,
    options: [],
    claim: (files) => Promise.resolve(claimFactRuEval(files)),
    parse,
  },
  export: null,
};
