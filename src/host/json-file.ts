import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';

/**
 * What a small JSON file of our own holds. `fallback` where there is no such file; also where it cannot be
 * understood, which is then kept aside as `<file>.damaged`, for nobody's work should be overwritten.
 */
export async function readJsonFile<Value>(
  file: string,
  schema: z.ZodType<Value>,
  fallback: Value,
): Promise<Value> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return fallback;
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    await rename(file, `${file}.damaged`).catch(() => undefined);
    return fallback;
  }
}

/** Replaces a JSON file as a whole: whatever happens meanwhile, it holds either the old value or the new. */
export async function writeJsonFile(file: string, value: unknown): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}.draft`;
  try {
    const handle = await open(draft, 'w');
    try {
      await handle.writeFile(JSON.stringify(value, null, 2) + '\n');
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
