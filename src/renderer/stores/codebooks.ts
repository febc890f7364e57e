import { useEffect, useState } from 'react';
import type { ReadyMadeCodebook } from '../../contract/codebook-calls';
import { invoke } from '../bridge/bridge';
import { pickFiles } from './files';
import { report } from './notices';

/** The codebooks that come with Postil; none until they are known. */
export function useReadyMade(): readonly ReadyMadeCodebook[] {
  const [books, setBooks] = useState<readonly ReadyMadeCodebook[]>([]);
  useEffect(() => {
    void invoke('codebooks.readyMade', {}).then((answer) => {
      if (answer.ok) setBooks(answer.value);
      else report(answer.problem);
    });
  }, []);
  return books;
}

/** Asks for the file of a codebook; null where that is cancelled, or told to be impossible. */
export async function pickCodebook(): Promise<string | null> {
  const picked = await pickFiles(false);
  if (!picked.ok) {
    report(picked.problem);
    return null;
  }
  // brat's colours may come with its types: the file with the types is asked for.
  return picked.value.find((one) => !one.endsWith('visual.conf')) ?? null;
}

/** A file's name without its folder. */
export const fileName = (path: string): string =>
  path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
