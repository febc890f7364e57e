import { problem } from '../../../../core/problem';
import { parseXml, type XmlElement } from '../../../../formats/xml/tree';
import { demand, Refusal } from '../../refusal';
import type { Package } from './package';

/** The characters of a part, which is UTF-8 or UTF-16, as XML in packages has to be. */
export function decodeXml(bytes: Buffer): string {
  const [first, second] = bytes;
  const encoding =
    (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)
      ? 'utf-16le'
      : (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** Reads a part of a package as XML. Throws a `Refusal` where it is missing, or is none. */
export function xmlPart(files: Package, name: string): XmlElement {
  const bytes = files.get(name);
  if (!bytes) throw new Refusal(problem('document-part-missing', { part: name }));
  return demand(parseXml(decodeXml(bytes)));
}

/** The same for a part that need not be there, and that nothing is lost with where it is broken. */
export function xmlPartIfSound(files: Package, name: string): XmlElement | null {
  const bytes = files.get(name);
  if (!bytes) return null;
  const parsed = parseXml(decodeXml(bytes));
  return parsed.ok ? parsed.value : null;
}
