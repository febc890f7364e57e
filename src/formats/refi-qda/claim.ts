import type { Claim, FileHead } from '../exchange/format';
import { folderOf } from '../exchange/paths';

/** Sources that nobody reads as text: the project tells of them, and what is in the files does not matter. */
export const isNoText = (path: string): boolean =>
  /\.(?:jpe?g|png|gif|bmp|tiff?|mp3|m4a|wav|ogg|wma|mp4|mov|avi|wmv|mpe?g|pdf|docx?|rtf|odt|xlsx?)$/iu.test(
    path,
  );

/**
 * A project is a `.qde` file and what lies in the folder `sources` beside it: an archive `.qdpx` comes as a folder of
 * its name. A codebook is a `.qdc` file of its own.
 */
export function claimRefi(files: readonly FileHead[]): Promise<readonly Claim[]> {
  const paths = files.map(({ path }) => path);
  const folders = new Set(paths.filter((path) => /\.qde$/iu.test(path)).map(folderOf));
  const projects = [...folders].map((folder): Claim => {
    const sources = `${folder}sources/`.toLowerCase();
    const mine = paths.filter(
      (path) =>
        (folderOf(path) === folder && /\.qde$/iu.test(path)) || path.toLowerCase().startsWith(sources),
    );
    return { path: folder === '' ? (mine[0] ?? '') : folder.slice(0, -1), files: mine };
  });
  const codebooks = paths
    .filter((path) => /\.qdc$/iu.test(path))
    .map((path): Claim => ({ path, files: [path] }));
  return Promise.resolve([...projects, ...codebooks]);
}
