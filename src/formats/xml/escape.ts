import { inXml } from './characters';

const escapes: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };

/** Characters as they stand in an XML document, in an attribute or between tags. What XML 1.0 cannot hold is left out. */
export const escapeXml = (text: string): string =>
  inXml(text, '')
    .replace(/[<>&"]/gu, (character) => escapes[character] ?? character)
    .replace(/\r/gu, '&#13;');

/** A text between the quotes of an attribute: a parser makes blanks of line ends and tabs that stand there as they are. */
export const escapeAttribute = (text: string): string =>
  escapeXml(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
