import ace2005 from '../../../resources/codebooks/ace-2005.json';
import discourseNetwork from '../../../resources/codebooks/discourse-network.json';
import plover from '../../../resources/codebooks/plover.json';
import politicalNews from '../../../resources/codebooks/political-news.json';
import quotationAttribution from '../../../resources/codebooks/quotation-attribution.json';
import type { ReadyMadeCodebook } from '../../contract/codebook-calls';
import type { CodebookFile } from '../../core/codebook/codebook';
import { problem } from '../../core/problem';
import { fail, ok, type Result } from '../../core/result';
import { readCodebook } from '../../formats/codebook/parse';

/** The codebooks that come with Postil, by the names that the command line knows them by. */
const files: Readonly<Record<string, unknown>> = {
  'political-news': politicalNews,
  'ace-2005': ace2005,
  'quotation-attribution': quotationAttribution,
  'discourse-network': discourseNetwork,
  plover,
};

export const readyMadeNames: readonly string[] = Object.keys(files);

/** What a project begins with where nothing else is chosen. */
export const defaultCodebook = 'political-news';

/** A codebook that comes with Postil. Its ids stay the same, so that projects made from it can be merged. */
export function readyMade(name: string): Result<CodebookFile> {
  if (!Object.hasOwn(files, name))
    return fail(problem('codebook-unknown', { name, known: readyMadeNames.join(', ') }));
  const read = readCodebook(files[name]);
  return read.ok ? ok(read.value.codebook) : read;
}

/** What a person is told of them before one is chosen. */
export const describeReadyMade = (): readonly ReadyMadeCodebook[] =>
  readyMadeNames.flatMap((name) => {
    const codebook = readyMade(name);
    if (!codebook.ok) return [];
    const { names, descriptions, sources, types } = codebook.value;
    return [{ name, names, descriptions, sources, types: types.length }];
  });
