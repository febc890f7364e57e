/** What a stretch of bytes is like when it is read as UTF-8. */
export interface Utf8Survey {
  /** The place of the first byte that cannot stand where it does; null where there is none. */
  readonly firstFault: number | null;
  readonly faults: number;
  /** How many characters beyond ASCII are well formed. */
  readonly wellFormed: number;
}

/** How many bytes follow a lead byte; 0 for what cannot lead. Table 3-7 of the Unicode Standard. */
function trailLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 1;
  if (lead >= 0xe0 && lead <= 0xef) return 2;
  if (lead >= 0xf0 && lead <= 0xf4) return 3;
  return 0;
}

/** Whether a byte may be the first after this lead: the same table, where overlong forms and surrogates fall out. */
function maySecond(lead: number, second: number): boolean {
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  return second >= low && second <= high;
}

const isTrail = (byte: number): boolean => byte >= 0x80 && byte <= 0xbf;

/** How many bytes of the character that begins at a place are well formed, and whether they are all of it. */
function readCharacter(
  bytes: Uint8Array,
  start: number,
): { readonly length: number; readonly whole: boolean } {
  const lead = bytes[start] ?? 0;
  const trail = trailLength(lead);
  let length = 1;
  for (; length <= trail; length += 1) {
    const byte = bytes[start + length];
    if (byte === undefined || !(length === 1 ? maySecond(lead, byte) : isTrail(byte))) break;
  }
  return { length, whole: trail > 0 && length === trail + 1 };
}

/** Reads bytes as UTF-8 without decoding them, and counts what is well formed and what is not. */
export function surveyUtf8(bytes: Uint8Array): Utf8Survey {
  let firstFault: number | null = null;
  let faults = 0;
  let wellFormed = 0;
  for (let index = 0; index < bytes.length;) {
    if ((bytes[index] ?? 0) < 0x80) {
      index += 1;
      continue;
    }
    const { length, whole } = readCharacter(bytes, index);
    if (whole) wellFormed += 1;
    else {
      firstFault ??= index;
      faults += 1;
    }
    index += length;
  }
  return { firstFault, faults, wellFormed };
}

/** How many bytes at the end begin a character that more bytes may complete. */
export function incompleteTail(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (!isTrail(byte)) return trailLength(byte) >= back ? back : 0;
  }
  return 0;
}

/** Whether the bytes at a place are half of a surrogate pair, as some programs write it: `ED A0 80` to `ED BF BF`. */
export const isEncodedSurrogate = (bytes: Uint8Array, index: number): boolean => {
  const second = bytes[index + 1] ?? 0;
  return bytes[index] === 0xed && second >= 0xa0 && second <= 0xbf;
};
