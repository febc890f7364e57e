import type { Claim, FileHead } from '../exchange/format';

/** The members of the first object of a file, by name: the first characters of what stands there. */
export type Shape = ReadonlyMap<string, string>;

/** How much of a member is looked at, in UTF-16 units. */
const glance = 400;

/**
 * What can be seen of the first object of a file, or of the first one of its list, in a beginning that may end
 * anywhere. Empty where there is none.
 */
function shapeOf(head: string): Shape {
  const shape = new Map<string, string>();
  const opening = /^\s*(?:\[\s*)?\{/u.exec(head);
  if (!opening) return shape;
  let depth = 1;
  let key: string | null = null;
  let valueStart = -1;
  const close = (end: number): void => {
    if (key !== null && valueStart >= 0)
      shape.set(key, head.slice(valueStart, Math.min(end, valueStart + glance)).trim());
    key = null;
    valueStart = -1;
  };
  for (let at = opening[0].length; at < head.length; at += 1) {
    const unit = head[at];
    if (unit === '"') {
      const end = endOfString(head, at);
      if (depth === 1 && key === null) key = head.slice(at + 1, end);
      at = end;
    } else if (unit === '{' || unit === '[') depth += 1;
    else if (unit === '}' || unit === ']') {
      depth -= 1;
      if (depth === 0) {
        close(at);
        return shape;
      }
    } else if (depth === 1 && unit === ':' && valueStart < 0) valueStart = at + 1;
    else if (depth === 1 && unit === ',') close(at);
  }
  close(head.length);
  return shape;
}

/** Where the quote stands that ends a string; the end of the text where it is missing. */
function endOfString(text: string, quote: number): number {
  for (let at = quote + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

const isJson = ({ path }: FileHead): boolean => /\.(?:jsonl|ndjson|json|jsonld)$/iu.test(path);

/**
 * Claims each file on its own whose first object looks right. Where a person named the format, every file that may be
 * JSON is taken.
 */
export async function claimByShape(
  files: readonly FileHead[],
  isAsked: boolean,
  fits: (shape: Shape) => boolean,
): Promise<readonly Claim[]> {
  const claims: Claim[] = [];
  for (const file of files) {
    if (!isJson(file)) continue;
    if (isAsked || fits(shapeOf(await file.head()))) claims.push({ path: file.path, files: [file.path] });
  }
  return claims;
}
