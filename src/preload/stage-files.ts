import { webUtils } from 'electron';
import type { HandedFile } from '../contract/bridge';
import type { Result } from '../core/result';

type Call = (name: string, input: unknown) => Promise<string>;

/**
 * Answers for `files.stage` in a window, where files are objects of the DOM: with the paths of those that lie
 * somewhere, and with those of the copies that the main process keeps of the others.
 */
export async function stageFiles(input: unknown, call: Call): Promise<string> {
  const { files } = input as { readonly files: readonly HandedFile<File>[] };
  const handed = files.map(({ file, relativePath }) => ({
    file,
    relativePath,
    path: webUtils.getPathForFile(file),
  }));
  const paths = handed.map(({ path }) => path).filter((path) => path !== '');
  const homeless = handed.filter(({ path }) => path === '');
  if (homeless.length === 0) return JSON.stringify({ ok: true, value: paths });
  const contents = homeless.map(async ({ file, relativePath }) => ({
    relativePath,
    bytes: new Uint8Array(await file.arrayBuffer()),
  }));
  const answer = await call('files.stage', { files: await Promise.all(contents) });
  const staged = JSON.parse(answer) as Result<readonly string[]>;
  return staged.ok ? JSON.stringify({ ok: true, value: [...paths, ...staged.value] }) : answer;
}
