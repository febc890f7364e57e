import type { HandedFile, Handing } from '../../contract/bridge';
import { problem } from '../../core/problem';
import { fail, ok, type Result } from '../../core/result';

/** As many requests as browsers send to one host at a time. */
const atOnce = 6;

/** Sends files to the browser host, as one batch. Answers with their paths there, each folder once. */
export async function upload(
  files: readonly HandedFile[],
  { onProgress, signal }: Handing,
): Promise<Result<readonly string[]>> {
  const batch = crypto.randomUUID();
  const paths: (string | undefined)[] = [];
  let next = 0;
  let done = 0;
  const faults: Result<never>[] = [];

  async function sendInTurn(): Promise<void> {
    for (let index = next++; faults.length === 0; index = next++) {
      const handed = files[index];
      if (!handed) return;
      const { relativePath, file } = handed;
      if (!(file instanceof Blob)) throw new TypeError(`${relativePath} comes without contents`);
      const sent = signal.aborted
        ? fail(problem('job-cancelled'))
        : await put(`/uploads/${batch}/${encodePath(relativePath)}`, file);
      if (!sent.ok) {
        faults.push(sent);
        return;
      }
      paths[index] = sent.value;
      onProgress((done += 1), files.length);
    }
  }

  await Promise.all(Array.from({ length: Math.min(atOnce, files.length) }, sendInTurn));
  return faults[0] ?? ok([...new Set(paths.filter((path) => path !== undefined))]);
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
