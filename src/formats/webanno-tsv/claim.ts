import type { Claim, Importing } from '../exchange/format';

/** Files that say in their first line what they are; all together, so that they share types and entities. */
export const claim: Importing['claim'] = async (files, isAsked): Promise<readonly Claim[]> => {
  const mine: string[] = [];
  for (const file of files)
    if (/\.tsv$/iu.test(file.path) && (isAsked || (await file.head()).startsWith('#FORMAT=WebAnno TSV 3.')))
      mine.push(file.path);
  const [first] = mine;
  if (first === undefined) return [];
  return [{ path: mine.length === 1 ? first : folderOf(mine), files: mine }];
};

function folderOf(paths: readonly string[]): string {
  const split = paths.map((path) => path.split('/').slice(0, -1));
  const [first = []] = split;
  const common = first.filter((_, index) =>
    split.every((parts) => first.slice(0, index + 1).every((part, at) => parts[at] === part)),
  );
  return common.join('/') || (paths[0] ?? '');
}
