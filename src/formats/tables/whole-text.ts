/** A text of a table, and whether it is known to be the one that was exported. */
export interface WholeText {
  readonly text: string;
  readonly isExported: boolean;
}

/**
 * The text of a cell as it was exported. Spreadsheets and R make one line feed of CR LF and of CR when they save, which
 * moves every later place: whether they did is known by the SHA-256 of the exported text, where the table tells it.
 */
export function wholeText(text: string, sha256: string, sha256Of: (text: string) => string): WholeText {
  if (sha256 === '') return { text, isExported: false };
  const candidates = [text, text.replaceAll(/\r?\n/gu, '\r\n'), text.replaceAll('\n', '\r')];
  const exported = candidates.find((candidate) => sha256Of(candidate) === sha256);
  return exported === undefined ? { text, isExported: false } : { text: exported, isExported: true };
}
