import { addTo } from '../../core/grouped';
import type { Claim, FileHead } from '../exchange/format';
import { fileNameOf } from '../exchange/paths';
import { commonFolder } from './common-folder';
import { configurationFiles } from './kept';

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** A line of standoff annotation at the beginning of a file. */
const annotationLine = /^(?:[TREAMN]\S*|\*|#\S*)\t\S/u;

const configurations: ReadonlySet<string> = new Set(configurationFiles);

async function looksLikeAnnotations(file: FileHead): Promise<boolean> {
  const head = await file.head();
  const first = head.split(/\r?\n/u).find((line) => line.trim() !== '');
  return first === undefined || annotationLine.test(first);
}

const looksLikeConfiguration = async (file: FileHead): Promise<boolean> =>
  /^\[(?:entities|relations|events|attributes)\]\s*$/mu.test(await file.head());

/**
 * Finds brat's collections: pairs of `.txt` and `.ann` files below a folder with an `annotation.conf`, or in a folder
 * without one. Each collection with a configuration of its own is one claim, and so is each folder without any.
 */
export async function claimBrat(files: readonly FileHead[], isAsked: boolean): Promise<readonly Claim[]> {
  const paths = new Set(files.map(({ path }) => path));
  const roots = new Set(
    files.filter(({ path }) => fileNameOf(path) === 'annotation.conf').map(({ path }) => folderOf(path)),
  );
  const rootOf = (path: string): string => {
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      if (roots.has(folder)) return folder;
      if (folder === '') return folderOf(path);
    }
  };
  const claims = new Map<string, string[]>();
  for (const file of files) {
    if (!file.path.endsWith('.ann')) continue;
    const text = file.path.replace(/ann$/u, 'txt');
    const root = rootOf(file.path);
    const isPair = paths.has(text);
    if (!isAsked && !(isPair && (roots.has(root) || (await looksLikeAnnotations(file))))) continue;
    if (isPair) addTo(claims, root, text);
    addTo(claims, root, file.path);
  }
  // A collection without documents is its configuration.
  for (const file of files.filter(({ path }) => fileNameOf(path) === 'annotation.conf'))
    if (claims.has(folderOf(file.path)) || isAsked || (await looksLikeConfiguration(file)))
      addTo(claims, folderOf(file.path), file.path);
  for (const { path } of files)
    if (
      configurations.has(fileNameOf(path)) &&
      fileNameOf(path) !== 'annotation.conf' &&
      claims.has(folderOf(path))
    )
      addTo(claims, folderOf(path), path);
  const folder = commonFolder([...claims.values()].flat());
  return [...claims].map(([path, claimed]) => ({
    path: path || (claimed[0] ?? ''),
    files: claimed,
    folder,
  }));
}
