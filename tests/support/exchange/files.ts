import type { Aside, Format, SourceFile } from '../../../src/formats/exchange/format';
import type { DocumentDraft, Parsed } from '../../../src/formats/exchange/drafts';
import type { Problem } from '../../../src/core/problem';
import { defaultOptions, type Options } from '../../../src/core/exchange/options';
import { sha256Of } from '../../../src/engine/import/sha256';

const encoder = new TextEncoder();

/** A file as parsers read it, without a disk; its text comes in stretches of some characters. */
export function fileOf(path: string, content: string | Uint8Array, stretch = 1000): SourceFile {
  const bytes = typeof content === 'string' ? encoder.encode(content) : content;
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  return {
    path,
    size: bytes.length,
    async *text() {
      let start = 0;
      while (start < text.length) {
        let end = Math.min(text.length, start + stretch);
        if ((text.charCodeAt(end - 1) & 0xfc00) === 0xd800 && end < text.length) end += 1;
        yield await Promise.resolve(text.slice(start, end));
        start = end;
      }
    },
    whole: () => Promise.resolve(text),
    part: (start, end) => Promise.resolve(bytes.subarray(start, end)),
  };
}

/** Everything that a format's parser finds in some files. */
export async function parsedOf(
  format: Format,
  files: readonly SourceFile[],
  options: Options = {},
): Promise<readonly Parsed[]> {
  if (!format.import) throw new Error(`${format.name} cannot be imported`);
  const found: Parsed[] = [];
  const chosen = { ...defaultOptions(format.import.options), ...options };
  const context = { options: chosen, language: 'en', aside: asideInMemory(), sha256Of };
  for await (const parsed of format.import.parse(files, context)) found.push(parsed);
  return found;
}

/** What parsers put aside, without a disk. */
export function asideInMemory(): Aside {
  const items = new Map<string, readonly string[]>();
  const get = (key: string): readonly string[] => items.get(key) ?? [];
  return {
    put: (key, item) => void items.set(key, [...get(key), item]),
    get,
    take(key) {
      const taken = get(key);
      items.delete(key);
      return taken;
    },
    keys: () => [...items.keys()],
  };
}

export const documentsIn = (parsed: readonly Parsed[]): readonly DocumentDraft[] =>
  parsed.flatMap((one) => (one.kind === 'document' ? [one.document] : []));

export const warningsIn = (parsed: readonly Parsed[]): readonly Problem[] =>
  parsed.flatMap((one) => (one.kind === 'warning' ? [one.problem] : []));
