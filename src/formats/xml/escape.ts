const escapes: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };

/** Characters as they stand in an XML document, in an attribute or between tags. What XML 1.0 cannot hold is left out. */
export const escapeXml = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex -- These are the characters that XML 1.0 does not allow.
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '')
    .replace(/[<>&"]/gu, (character) => escapes[character] ?? character)
    .replace(/\r/gu, '&#13;');
