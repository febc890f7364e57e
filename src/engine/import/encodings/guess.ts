import iconv from 'iconv-lite';
import type { EncodingGuess } from '../../../contract/engine-answers';
import { likelihoodOf } from './likelihood';
import { iconvName, singleByteEncodings, type Encoding } from './names';

/** How many bytes are judged, and how many characters are shown of each candidate. */
const judgedBytes = 16_384;
const sampleLength = 240;
const leadLength = 60;
const mostCandidates = 6;

/**
 * Whether bytes look like UTF-16 without its mark: of Cyrillic and Latin text, nearly every high byte is 0 or 4, and
 * hardly any low one is.
 */
function looksLikeUtf16(bytes: Uint8Array, highByte: 0 | 1): boolean {
  const counts = { high: 0, low: 0 };
  for (let index = 0; index < bytes.length; index += 1) {
    if (bytes[index] === 0 || bytes[index] === 4) counts[index % 2 === highByte ? 'high' : 'low'] += 1;
  }
  const half = bytes.length / 2;
  return bytes.length >= 4 && counts.high > half * 0.7 && counts.low < half * 0.2;
}

/** UTF-16 without a byte-order mark, if that is what the bytes look like. */
export function guessUtf16(bytes: Uint8Array): Encoding | undefined {
  if (looksLikeUtf16(bytes, 1)) return 'utf-16le';
  return looksLikeUtf16(bytes, 0) ? 'utf-16be' : undefined;
}

/** The beginning of a text, or the place around its first character beyond ASCII, since all else looks alike. */
function sampleOf(text: string): string {
  const telling = text.search(/[^\t\n\r\x20-\x7e]/);
  const start = telling > sampleLength - leadLength ? telling - leadLength : 0;
  return text.slice(start, start + sampleLength).replaceAll(/\p{Surrogate}/gu, '');
}

/**
 * Ranks what encodings a text may be in that is not in a certain one, by the statistics of its letters. `telling` is a
 * stretch of its bytes around the first that is not ASCII.
 */
export function guessEncoding(telling: Uint8Array): EncodingGuess {
  const bytes = Buffer.from(telling.subarray(0, judgedBytes - (judgedBytes % 2)));
  const utf16 = guessUtf16(bytes);
  const ranked = singleByteEncodings
    .map((encoding) => ({ encoding, text: iconv.decode(bytes, iconvName(encoding)) }))
    .map(({ encoding, text }) => ({ encoding, text, likelihood: likelihoodOf(text) }))
    .filter(({ likelihood }) => likelihood > -Infinity)
    .sort((a, b) => b.likelihood - a.likelihood);
  const candidates = [
    ...(utf16 ? [{ encoding: utf16, text: iconv.decode(bytes, utf16) }] : []),
    ...ranked,
  ].slice(0, mostCandidates);
  return {
    encoding: candidates[0]?.encoding ?? 'windows-1252',
    certain: false,
    candidates: candidates.map(({ encoding, text }) => ({ encoding, sample: sampleOf(text) })),
  };
}
