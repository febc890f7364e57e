import type { Codebook } from '../../core/codebook/codebook';
import { problem, type Problem } from '../../core/problem';
import { parseBratConf } from '../brat-conf/parse';
import type { Parsed } from '../exchange/drafts';
import type { ParseContext, SourceFile } from '../exchange/format';
import { GrowingCodebook } from '../exchange/growing-codebook';
import { ReadEntries } from './entries';
import { bratFormat } from './kept';
import { commonFolder } from './common-folder';
import { readConfiguration, undeclared } from './configuration';
import { readDocument } from './read/document';

/** Reads a collection of brat: its configuration, then one document after the other. */
export async function* parseBrat(
  files: readonly SourceFile[],
  { language, folder: named }: ParseContext,
): AsyncGenerator<Parsed> {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const folder = commonFolder(files.map(({ path }) => path));
  let declared: Codebook | undefined;
  const problems: Problem[] = [];
  const configuration = await readConfiguration(byPath, folder, (one) => void problems.push(one));
  for (const warning of problems) yield { kind: 'warning', problem: warning };
  const annotation = configuration['annotation.conf'];
  if (annotation !== undefined) {
    const read = parseBratConf(annotation, configuration['visual.conf'], language);
    if (read.ok) {
      for (const warning of read.value.warnings) yield { kind: 'warning', problem: warning };
      declared = read.value.codebook;
    } else yield { kind: 'warning', problem: read.problem };
  }
  const book = new GrowingCodebook(
    bratFormat,
    language,
    declared,
    annotation === undefined ? {} : undeclared,
  );
  const entries = new ReadEntries();
  const declaredOnly = book.grown();
  if (declaredOnly) yield { kind: 'codebook', codebook: declaredOnly };
  let toKeep = Object.keys(configuration).length > 0 ? configuration : undefined;
  for (const file of files) {
    if (!file.path.endsWith('.ann')) continue;
    const stem = file.path.slice(0, -'.ann'.length);
    const text = byPath.get(`${stem}.txt`);
    if (!text) {
      const facts = { file: file.path, missing: `${stem}.txt` };
      yield { kind: 'warning', problem: problem('format-file-missing', facts) };
      continue;
    }
    const { document, warnings } = readDocument(
      {
        name: stem.slice((named ?? folder).length),
        text: await text.whole(),
        file: file.path,
        annotations: await file.whole(),
        configuration: toKeep,
      },
      book,
      entries,
    );
    toKeep = undefined;
    for (const warning of warnings) yield { kind: 'warning', problem: warning };
    const codebook = book.grown();
    if (codebook) yield { kind: 'codebook', codebook };
    for (const entry of entries.takeFresh()) yield { kind: 'entry', entry };
    yield { kind: 'document', document };
  }
}
