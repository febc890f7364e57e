// eslint-disable-next-line no-control-regex -- These are the characters that XML 1.0 does not allow (section 2.2).
const unfit = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu;

/** Whether XML 1.0 can hold every character of a text, which has no lone surrogates. */
export const isXml = (text: string): boolean => text.search(unfit) < 0;

/** The text with something else in the place of each character that XML 1.0 cannot hold, however it is written. */
export const inXml = (text: string, instead: string): string => text.replace(unfit, instead);
