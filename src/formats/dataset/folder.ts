import type { Claim, FileHead, SourceFile } from '../exchange/format';
import { fileNameOf, folderOf } from '../exchange/paths';
import { cardFile, cardMark } from './card';
import { codebookFile, isCodebookFile } from './codebook-file';

/** What else of a data set stands in a folder: its codebook and its card, where they are Postil's. */
async function companions(files: readonly FileHead[], folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const file of files) {
    if (folderOf(file.path) !== folder) continue;
    const name = fileNameOf(file.path);
    if (
      name === codebookFile
        ? isCodebookFile(await file.head())
        : name === cardFile && (await file.head()).includes(cardMark)
    )
      found.push(file.path);
  }
  return found;
}

/**
 * Claims files of rows, all of one folder together with what else of a data set stands there. `isMine` judges a file of
 * rows, knowing whether a codebook of Postil's stands beside it.
 */
export async function claimFolders(
  files: readonly FileHead[],
  isMine: (file: FileHead, hasCodebook: boolean) => Promise<boolean>,
): Promise<readonly Claim[]> {
  const claims: Claim[] = [];
  for (const folder of new Set(files.map(({ path }) => folderOf(path)))) {
    const there = files.filter(({ path }) => folderOf(path) === folder);
    const beside = await companions(there, folder);
    const hasCodebook = beside.some((path) => fileNameOf(path) === codebookFile);
    const rows: string[] = [];
    for (const file of there)
      if (!beside.includes(file.path) && (await isMine(file, hasCodebook))) rows.push(file.path);
    const [first] = rows;
    if (first === undefined) continue;
    claims.push({
      path: rows.length === 1 && beside.length === 0 ? first : folder.replace(/\/$/, '') || first,
      files: [...rows, ...beside],
    });
  }
  return claims;
}

/** The file of a name; undefined where it is not among them. */
export const fileNamed = (files: readonly SourceFile[], name: string): SourceFile | undefined =>
  files.find(({ path }) => fileNameOf(path) === name);
