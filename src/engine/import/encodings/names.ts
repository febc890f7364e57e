import iconv from 'iconv-lite';
import { eachAsGuessed } from '../../../contract/engine-calls';

/** The name of an encoding as documents record it, in lower case: `utf-8`, `windows-1251`, `x-mac-cyrillic`. */
export type Encoding = string;

/** The encodings of Unicode that files are told apart by with certainty. */
export const unicodeEncodings = ['utf-8', 'utf-16le', 'utf-16be'] as const;

/** One byte a character: what a text may be in that is not in an encoding of Unicode, the usual ones first. */
export const singleByteEncodings = [
  'windows-1251',
  'koi8-r',
  'ibm866',
  'iso-8859-5',
  'x-mac-cyrillic',
  'koi8-u',
  'windows-1252',
  'windows-1250',
  'iso-8859-2',
] as const;

/** What iconv-lite calls encodings, but which are none of text. */
const notForText = /^(base64|hex|binary|utf7|utf7imap|cesu8)$/;

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** The name under which iconv-lite knows an encoding. */
export const iconvName = (encoding: Encoding): string =>
  encoding === 'x-mac-cyrillic' ? 'maccyrillic' : encoding;

const everyByte = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
const tableOf = (encoding: Encoding): string => iconv.decode(everyByte, iconvName(encoding));

/** Whether every byte of an encoding is one UTF-16 unit of text. */
export const isSingleByte = (encoding: Encoding): boolean => tableOf(encoding).length === everyByte.length;

/**
 * The encoding that a person means by a name (`cp1251`, `Windows-1251`, `UTF8`, `maccyrillic`), by the name that we
 * record; undefined where we know of none. Two names of one byte table are one encoding.
 */
export function encodingNamed(name: string): Encoding | undefined {
  const short = plain(name);
  const unicode = unicodeEncodings.find((encoding) => plain(encoding) === short);
  if (unicode) return unicode;
  const listed = singleByteEncodings.find((encoding) => plain(encoding) === short);
  if (listed) return listed;
  if (short === '' || notForText.test(short) || !iconv.encodingExists(short)) return undefined;
  const table = tableOf(short);
  return singleByteEncodings.find((encoding) => tableOf(encoding) === table) ?? name.toLowerCase();
}

/** Whether this may be asked for as the encoding of texts that do not tell theirs. */
export const mayBeAsked = (encoding: string | null): boolean =>
  encoding === null || encoding === eachAsGuessed || encodingNamed(encoding) !== undefined;
