import type { Claim, FileHead } from '../exchange/format';

/** The layers of a document beside its text, by the endings of their files. */
const layers = ['tokens', 'spans', 'objects', 'coref', 'facts'] as const;

export type Layer = (typeof layers)[number];

/** A document is a text with a file of tokens and one of spans of the same name; a folder of them is one claim. */
export function claimFactRuEval(files: readonly FileHead[]): readonly Claim[] {
  const paths = new Set(files.map(({ path }) => path));
  const claims = new Map<string, string[]>();
  for (const { path } of files) {
    if (!path.endsWith('.txt')) continue;
    const stem = path.slice(0, -'.txt'.length);
    if (!paths.has(`${stem}.tokens`) || !paths.has(`${stem}.spans`)) continue;
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/'))) || path;
    const claimed = claims.get(folder) ?? [];
    claims.set(folder, claimed);
    claimed.push(path, ...layers.map((layer) => `${stem}.${layer}`).filter((one) => paths.has(one)));
  }
  return [...claims].map(([path, claimed]) => ({ path, files: claimed }));
}
