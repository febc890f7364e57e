import { isUtf8 } from 'node:buffer';
import type { Entry } from 'yauzl';
import iconv from 'iconv-lite';

/** The flag of an entry whose name is UTF-8 (APPNOTE.TXT 4.4.4, bit 11). */
const utf8Flag = 1 << 11;

/** Letters of two scripts within one word are nobody's name: that was the wrong code page. */
const mixed = /\p{Script=Cyrillic}\p{L}*\p{Script=Latin}|\p{Script=Latin}\p{L}*\p{Script=Cyrillic}/u;

/** Frames and shading of the DOS code pages, which no name has. */
const drawn = /[\u2500-\u259f]/u;

/**
 * The name of an entry. Archives say that it is UTF-8, or it is so; else it is in a code page of DOS that nothing
 * names: CP866 where that gives Cyrillic words, CP437 otherwise.
 */
export function entryName({
  fileNameRaw,
  generalPurposeBitFlag,
}: Pick<Entry, 'fileNameRaw' | 'generalPurposeBitFlag'>): string {
  if ((generalPurposeBitFlag & utf8Flag) !== 0 || isUtf8(fileNameRaw)) return fileNameRaw.toString('utf8');
  const cyrillic = iconv.decode(fileNameRaw, 'cp866');
  return mixed.test(cyrillic) || drawn.test(cyrillic) ? iconv.decode(fileNameRaw, 'cp437') : cyrillic;
}

/**
 * Whether a name is a path below the archive and nothing else. Names are never used to write a file, but one that
 * climbs out of its archive, or has bytes that no name has, was made to do harm.
 */
export const isSafeName = (name: string): boolean =>
  // eslint-disable-next-line no-control-regex -- these are what it is about
  !/[\u0000-\u001f]|^\/|^[a-z]:/iu.test(name) && !name.split('/').includes('..');

/** Whether an entry is a folder, hidden, or what macOS adds: such files are left out, as in folders. */
export const isPassedOver = (name: string): boolean =>
  name.endsWith('/') || name.split('/').some((part) => /^\.(?!\.$)/u.test(part) || part === '__MACOSX');
