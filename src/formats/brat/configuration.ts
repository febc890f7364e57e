import { problem, type Problem } from '../../core/problem';
import type { Codebook } from '../../core/codebook/codebook';
import type { Lose } from '../../core/exchange/losses';
import type { Origin } from '../../core/model/origin';
import { parseBratConf } from '../brat-conf/parse';
import { serializeBratConf } from '../brat-conf/serialize';
import type { Piece, SourceFile } from '../exchange/format';
import { amended } from './amended';
import { configurationFiles, type KeptConfiguration } from './kept';

/** Marks, in its origin's fields, what stood in files of annotations and in no configuration. */
export const undeclared: Origin['fields'] = { undeclared: true };

/** How much of one file is kept, in UTF-16 units. */
const mostKept = 1_000_000;

/** The files by which a collection in a folder is configured, as they stand there. */
export async function readConfiguration(
  files: ReadonlyMap<string, SourceFile>,
  folder: string,
  warn: (problem: Problem) => void,
): Promise<KeptConfiguration> {
  const kept: { -readonly [Name in keyof KeptConfiguration]: KeptConfiguration[Name] } = {};
  for (const name of configurationFiles) {
    const file = files.get(`${folder}${name}`);
    if (!file) continue;
    const text = await file.whole();
    if (text.length <= mostKept) kept[name] = text;
    else warn(problem('format-too-much', { file: file.path, line: 1, most: mostKept }));
  }
  return kept;
}

/**
 * Writes what configures a collection. Where it came with a configuration, each of its files goes out as it came, as long
 * as it says nothing that the codebook does not say any more; what the codebook says beyond it is added at its end.
 * `collections` are the configurations of the collections that documents come from.
 */
export function* writeConfiguration(
  codebook: Codebook,
  language: string,
  collections: readonly KeptConfiguration[],
  lose: Lose,
): Generator<Piece> {
  const kept = collections.length === 1 ? (collections[0] ?? {}) : {};
  const whole = serializeBratConf(codebook, language);
  const now = serializeBratConf(declaredOnly(codebook), language);
  const read = parseBratConf(kept['annotation.conf'] ?? '', kept['visual.conf'], language);
  const nothing: Codebook = { types: [], roles: [], attributes: [], terms: [] };
  const before = serializeBratConf(read.ok ? read.value.codebook : nothing, language);
  let isKept = collections.length < 2;
  const choose = (came: string | undefined, said: string, says: string, anew: string): string => {
    const text = came === undefined ? null : amended(came, said, says);
    if (came !== undefined && text === null) isKept = false;
    return text ?? anew;
  };
  const annotation = choose(kept['annotation.conf'], before.annotation, now.annotation, whole.annotation);
  const visual = choose(kept['visual.conf'], before.visual, now.visual, whole.visual);
  yield { file: 'annotation.conf', data: annotation };
  yield { file: 'visual.conf', data: visual };
  for (const name of ['tools.conf', 'kb_shortcuts.conf'] as const) {
    const text = kept[name];
    if (text !== undefined) yield { file: name, data: text };
  }
  if (!isKept)
    lose({ thing: 'codebook-detail', reason: 'rewritten', record: '', part: null, document: null });
}

/** A codebook without what stood in files of annotations only, of which their configuration said nothing. */
function declaredOnly({ types, roles, attributes }: Codebook): Codebook {
  const isDeclared = ({ origin }: { readonly origin: Origin | null }): boolean =>
    origin?.fields['undeclared'] !== true;
  return {
    types: types.filter(isDeclared),
    roles: roles.filter(isDeclared),
    attributes: attributes.filter(isDeclared),
    terms: [],
  };
}
