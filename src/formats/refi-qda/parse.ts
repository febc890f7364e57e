import { problem } from '../../core/problem';
import { fail, ok, type Result } from '../../core/result';
import type { ReadCodebook } from '../codebook/parse';
import { settleReferences } from '../codebook/references';
import { parseXml } from '../xml/tree';
import { readCodes, setsIn } from './read/codes';

/**
 * Reads a REFI-QDA codebook (`.qdc`, REFI-QDA standard 1.5, 2019). Names and descriptions are in no language there: they
 * are taken to be in the given one. Codes that no set of Postil's gives a kind become entities.
 */
export function parseQdc(text: string, language = 'en'): Result<ReadCodebook> {
  const document = parseXml(text);
  if (!document.ok) return document;
  const book = document.value;
  if (book.name !== 'CodeBook') return fail(problem('codebook-invalid', { place: book.name }));
  const { types, warnings } = readCodes(book, setsIn(book), language);
  if (types.length === 0) return fail(problem('codebook-without-types'));
  const settled = settleReferences({ types, roles: [], attributes: [], terms: [] });
  return ok({
    codebook: { names: {}, descriptions: {}, sources: [], ...settled.codebook },
    warnings: [...warnings, ...settled.warnings],
  });
}
