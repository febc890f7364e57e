import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';

/** A temporary folder for contents that arrived without a path, until the program ends. */
export interface Staging {
  /**
   * Where a file of a batch is to be written; its folders are made. What is dropped together is one batch, and
   * batches never meet.
   */
  place(batch: string, relativePath: string): Promise<StagedPlace>;
  /** Writes what has been read already, as one batch; answers with the paths of what came, each folder once. */
  keep(files: readonly { relativePath: string; bytes: Uint8Array }[]): Promise<readonly string[]>;
  /** Removes everything. */
  clear(): Promise<void>;
}

export interface StagedPlace {
  readonly path: string;
  /** The file itself, or the topmost of the folders that it lay in when it was dropped. */
  readonly top: string;
}

/** Makes a staging folder, which is created when it is first needed. */
export function makeStaging(): Staging {
  let folder: Promise<string> | null = null;

  async function place(batch: string, relativePath: string): Promise<StagedPlace> {
    folder ??= mkdtemp(join(tmpdir(), 'postil-'));
    const root = join(await folder, batch);
    const steps = relativePath.split(/[/\\]/u);
    const path = join(root, ...steps);
    if (!path.startsWith(root + sep)) throw new Error(`${relativePath} leads out of its folder`);
    await mkdir(dirname(path), { recursive: true });
    return { path, top: join(root, steps[0] ?? '') };
  }

  return {
    place,
    async keep(files) {
      const batch = randomUUID();
      const tops = new Set<string>();
      for (const { relativePath, bytes } of files) {
        const { path, top } = await place(batch, relativePath);
        await writeFile(path, bytes);
        tops.add(top);
      }
      return [...tops];
    },
    async clear() {
      if (folder) await rm(await folder, { recursive: true, force: true });
      folder = null;
    },
  };
}
