import type { Problem } from '../../core/problem';
import { CasCodebook } from '../cas/cas-codebook';
import { namesOfPaths } from '../cas/names';
import { parsedDocument } from '../cas/to-draft';
import type { Claim, Importing } from '../exchange/format';
import { interpret } from './interpret';
import { readJson } from './read-json';

/** JSON files that begin with the types of a CAS. */
export const claimJson: Importing['claim'] = async (files, isAsked): Promise<readonly Claim[]> => {
  const mine: string[] = [];
  for (const file of files)
    if (
      /\.json$/iu.test(file.path) &&
      (isAsked || /^\s*\{\s*"%(?:TYPES|FEATURE_STRUCTURES|VIEWS)"/u.test(await file.head()))
    )
      mine.push(file.path);
  const [first] = mine;
  if (first === undefined) return [];
  return [
    {
      path: mine.length === 1 ? first : first.slice(0, Math.max(0, first.lastIndexOf('/'))) || first,
      files: mine,
    },
  ];
};

/** Reads CAS JSON files, one document each. */
export const parseJson: Importing['parse'] = async function* (files, { language }) {
  const codebook = new CasCodebook(language);
  const names = namesOfPaths(files.map(({ path }) => path));
  for (const file of files) {
    const warnings: Problem[] = [];
    const warn = (warning: Problem): void => void warnings.push(warning);
    const raw = readJson(await file.whole(), file.path, warn);
    const cas = raw && interpret(raw, file.path, names.get(file.path) ?? file.path, warn);
    for (const warning of warnings) yield { kind: 'warning', problem: warning };
    if (cas) yield* parsedDocument(cas, file.path, codebook);
  }
};
