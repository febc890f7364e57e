import iconv from 'iconv-lite';

/** Code pages of Windows by the character sets of fonts (RTF 1.9.1, “\fcharset”). */
const codePages: Readonly<Record<number, number>> = {
  0: 1252,
  77: 10000,
  78: 932,
  80: 936,
  81: 950,
  83: 1253,
  85: 1255,
  86: 1256,
  88: 874,
  89: 10007,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  254: 437,
  255: 850,
};

/** The code page of a font's character set; undefined for the default one and for symbols. */
export const codePageOf = (charset: number): number | undefined => codePages[charset];

const macintosh: Readonly<Record<number, string>> = {
  10000: 'macroman',
  10006: 'macgreek',
  10007: 'maccyrillic',
};

/** The name of a code page as iconv-lite knows it; Windows-1252 where it knows none. */
function nameOf(codePage: number): string {
  if (codePage === 65001) return 'utf8';
  const name = macintosh[codePage] ?? `cp${codePage}`;
  return iconv.encodingExists(name) ? name : 'cp1252';
}

/** The characters of bytes in a code page. What means nothing there becomes U+FFFD. */
export const decodeBytes = (bytes: readonly number[], codePage: number): string =>
  iconv.decode(Buffer.from(bytes), nameOf(codePage));
