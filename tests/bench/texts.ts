import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeText } from './workload';

/** Writes so many texts of 3,000 characters into a new folder, no two the same. */
export function writeTexts(folder: string, documents: number): void {
  mkdirSync(folder);
  const source = makeText(3_000 * 100);
  for (let index = 0; index < documents; index += 1) {
    const start = (index * 2971) % (source.length - 3_000);
    const name = `text-${String(index).padStart(5, '0')}.txt`;
    // Half of an emoji at an end is written as U+FFFD, like any other text.
    writeFileSync(join(folder, name), `${index}\n${source.slice(start, start + 2_990)}`);
  }
}
