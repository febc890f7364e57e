import { carrying } from '../../core/exchange/things';
import type { Claim, FileHead, Format } from '../exchange/format';
import { parse } from './parse';
import { serialize } from './serialize';
import { annotationContext } from './vocabulary';

const isJson = ({ path }: FileHead): boolean => /\.(?:jsonld|json)$/iu.test(path);

async function claim(files: readonly FileHead[], isAsked: boolean): Promise<readonly Claim[]> {
  const claims: Claim[] = [];
  for (const file of files.filter(isJson))
    if (isAsked || (await file.head()).includes(`"${annotationContext}"`))
      claims.push({ path: file.path, files: [file.path] });
  return claims;
}

/**
 * W3C Web Annotation as JSON-LD: one collection with the texts in it. Fragments are targets, each with a position and a
 * quote (offsets: see `selectors.ts`); bodies speak a vocabulary of Postil's own (`vocabulary.ts`).
 */
export const w3c: Format = {
  name: 'w3c',
  title: 'W3C Web Annotation',
  import: { linksDocuments: true, options: [], claim, parse },
  export: {
    options: [],
    target: () => 'file',
    ending: () => '.jsonld',
    carries: () => carrying({ version: 'never', history: 'never' }, 'whole'),
    serialize,
  },
};
