/** Words of a document's metadata on one line, with single spaces between them. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();
