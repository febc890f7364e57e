import { createHash } from 'node:crypto';

/** The lower-case hexadecimal SHA-256 of a text in UTF-8. */
export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');
