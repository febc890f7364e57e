import type { Problem } from '../../core/problem';
import { CasCodebook } from '../cas/cas-codebook';
import { namesOfPaths } from '../cas/names';
import { parsedDocument } from '../cas/to-draft';
import type { Claim, Importing, SourceFile } from '../exchange/format';
import { folderOf } from '../exchange/paths';
import { interpret } from './interpret';
import { readXmi } from './read-xmi';
import type { TypeSystem } from './structures';
import { readTypeSystem } from './type-system';

const isXmi = (path: string): boolean => /\.xmi$/iu.test(path);

/** XMI files, with the type systems that lie beside or above them, or type systems alone. */
export const claimXmi: Importing['claim'] = async (files): Promise<readonly Claim[]> => {
  const mine = files.filter(({ path }) => isXmi(path));
  const systems: string[] = [];
  for (const file of files)
    if (/\.xml$/iu.test(file.path) && (await file.head()).includes('<typeSystemDescription'))
      systems.push(file.path);
  const paths = mine.map(({ path }) => path);
  // A project without documents is its type system.
  const [first] = [...paths, ...systems];
  if (first === undefined) return [];
  return [
    {
      path: paths.length === 1 ? first : folderOf(first).slice(0, -1) || first,
      files: [...systems, ...paths],
    },
  ];
};

/** Reads XMI files, one document each, by the nearest type system. */
export const parseXmi: Importing['parse'] = async function* (files, { language }) {
  const codebook = new CasCodebook(language);
  const systems = new Map<string, TypeSystem>();
  const documents: SourceFile[] = [];
  for (const file of files) {
    if (isXmi(file.path)) {
      documents.push(file);
      continue;
    }
    const read = readTypeSystem(await file.whole(), file.path);
    if (read.ok) systems.set(folderOf(file.path), read.value);
    else yield { kind: 'warning', problem: read.problem };
  }
  const names = namesOfPaths(documents.map(({ path }) => path));
  for (const file of documents) {
    const { path } = file;
    const types = nearest(systems, folderOf(path));
    const warnings: Problem[] = [];
    const warn = (warning: Problem): void => void warnings.push(warning);
    const raw = readXmi(await file.whole(), types, path, warn);
    const cas = raw && interpret(raw, path, names.get(path) ?? path, warn);
    for (const warning of warnings) yield { kind: 'warning', problem: warning };
    if (cas) yield* parsedDocument(cas, path, codebook);
  }
};

function nearest(systems: ReadonlyMap<string, TypeSystem>, folder: string): TypeSystem {
  for (let at = folder; ; at = folderOf(at.slice(0, -1))) {
    const found = systems.get(at);
    if (found) return found;
    if (at === '') return new Map();
  }
}
