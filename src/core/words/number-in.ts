/** A number as people write it, with a comma or a point, its digits in groups or not; null where it is none. */
export function numberIn(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f]/gu, '').replace(',', '.');
  return /^[-+]?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
}
