import { zipSync } from 'fflate';
import { problem } from '../../../../core/problem';
import { Refusal } from '../../refusal';
import { unpack, type Package } from './package';
import { decodeXml } from './xml-part';

/** A package of Office whose parts were found to be what it says of them, and packed anew for a library to read. */
export interface SoundPackage {
  readonly files: Package;
  readonly bytes: Buffer;
}

/**
 * Unpacks a package of Office, so that a library that trusts it can read it. Throws a `Refusal` where it unpacks to
 * more than it may, or where its XML declares a document type: Office writes none, and whoever does means harm. The
 * library gets each part as `edited` makes it.
 */
export async function soundPackage(
  packed: Uint8Array,
  edited: (name: string, part: Buffer) => Buffer = (_, part) => part,
): Promise<SoundPackage> {
  const files = await unpack(packed);
  for (const [name, bytes] of files)
    if (/\.(?:xml|rels)$/u.test(name) && /<!(?:doctype|entity)/iu.test(decodeXml(bytes)))
      throw new Refusal(problem('xml-declaration', { line: 1 }));
  const { buffer, byteOffset, byteLength } = zipSync(
    Object.fromEntries([...files].map(([name, part]) => [name, edited(name, part)])),
    { level: 0 },
  );
  return { files, bytes: Buffer.from(buffer, byteOffset, byteLength) };
}
