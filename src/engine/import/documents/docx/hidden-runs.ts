import { decodeXml } from '../zip/xml-part';

const hides = String.raw`<w:vanish(?:\s+w:val="(?:1|true|on)")?\s*/>`;
/** Runs whose own properties hide them (ECMA-376, part 1, 17.3.2.41), and that no other runs lie in. */
const hidden = new RegExp(
  String.raw`<w:r(?:\s[^>]*)?>\s*<w:rPr>(?:(?!</w:rPr>)[^]){0,5000}?${hides}(?:(?!</w:rPr>)[^]){0,5000}</w:rPr>` +
    String.raw`(?:(?!</?w:r[\s>])[^])*</w:r>`,
  'gu',
);

/** A part of a document without its hidden text, of which mammoth tells nothing. */
export function withoutHiddenRuns(name: string, part: Buffer): Buffer {
  if (!/^word\/[^/]+\.xml$/u.test(name) || !part.includes('<w:vanish')) return part;
  return Buffer.from(decodeXml(part).replace(hidden, ''));
}
