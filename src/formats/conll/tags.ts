/**
 * How tags tell which tokens belong together. `iob1` marks only the beginning of what touches another of its type;
 * `iob2` marks every beginning; `iobes` marks ends and single tokens too.
 */
export const schemes = ['iob2', 'iob1', 'iobes'] as const;

export type Scheme = (typeof schemes)[number];

/** A type over some tokens, by their places in a list: `[first, last]`. */
export interface Chunk {
  readonly type: string;
  readonly first: number;
  readonly last: number;
}

const outside = 'O';

/** The mark and the type of a tag; null for tokens outside. `E` and `L`, `S` and `U` mean the same. */
function readTag(tag: string): { readonly mark: string; readonly type: string } | null {
  if (tag === outside || tag === '_' || tag === '') return null;
  if (/^[BIESLU]-$/u.test(tag)) return null;
  const [, mark = 'I', type = tag] = /^([BIESLU])-(.+)$/su.exec(tag) ?? [];
  return { mark, type };
}

/**
 * The chunks of a sentence. All schemes read alike: a chunk begins where its mark says so, and where the type changes;
 * only whether `B` has to stand at every beginning differs, and nothing depends on that.
 */
export function readChunks(tags: readonly string[]): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let open: { type: string; first: number } | null = null;
  const close = (last: number): void => {
    if (open) chunks.push({ ...open, last });
    open = null;
  };
  tags.forEach((written, index) => {
    const tag = readTag(written);
    const current = open;
    if (current && (tag === null || 'BSU'.includes(tag.mark) || tag.type !== current.type)) close(index - 1);
    if (tag === null) return;
    open ??= { type: tag.type, first: index };
    if ('ESLU'.includes(tag.mark)) close(index);
  });
  close(tags.length - 1);
  return chunks;
}

/** The tags of a sentence. Chunks follow each other and do not overlap. */
export function writeTags(length: number, chunks: readonly Chunk[], scheme: Scheme): readonly string[] {
  const tags = Array<string>(length).fill(outside);
  let before: Chunk | null = null;
  for (const chunk of chunks) {
    const touches = before !== null && before.last + 1 === chunk.first && before.type === chunk.type;
    for (let index = chunk.first; index <= chunk.last; index += 1)
      tags[index] = `${markAt(index, chunk, touches, scheme)}-${chunk.type}`;
    before = chunk;
  }
  return tags;
}

function markAt(index: number, { first, last }: Chunk, touches: boolean, scheme: Scheme): string {
  if (scheme === 'iobes' && first === last) return 'S';
  if (scheme === 'iobes' && index === last) return 'E';
  if (index > first) return 'I';
  return scheme === 'iob1' && !touches ? 'I' : 'B';
}
