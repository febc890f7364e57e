import type { HandedFile } from '../../contract/bridge';
import { problem } from '../../core/problem';
import { fail, ok, type Result } from '../../core/result';

/** Sends files to the browser host, as one batch. Answers with their paths there, each folder once. */
export async function upload(files: readonly HandedFile[]): Promise<Result<readonly string[]>> {
  const batch = crypto.randomUUID();
  const paths = new Set<string>();
  // One after the other: the disk is the limit, not the wire.
  for (const { relativePath, file } of files) {
    if (!(file instanceof Blob)) throw new TypeError(`${relativePath} comes without contents`);
    const sent = await put(`/uploads/${batch}/${encodePath(relativePath)}`, file);
    if (!sent.ok) return sent;
    paths.add(sent.value);
  }
  return ok([...paths]);
}

async function put(address: string, file: Blob): Promise<Result<string>> {
  try {
    const response = await fetch(address, { method: 'PUT', body: file });
    return (await response.json()) as Result<string>;
  } catch {
    // The file was moved meanwhile, or the host is gone.
    return fail(problem('upload-failed'));
  }
}

const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
