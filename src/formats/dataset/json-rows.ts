import { charactersReplaced } from '../json-lines/records';
import { soundJson } from '../json-lines/sound-json';
import { problem } from '../../core/problem';
import type { Parsed } from '../exchange/drafts';
import { linesOf } from '../exchange/lines';
import type { ParseFile } from './parse-rows';
import type { RowPlace } from './read-rows';

/** Reads a file of rows, one as JSON in each line. */
export const parseRows: ParseFile = async function* (file, read, book) {
  for await (const { line, text } of linesOf(file)) {
    if (text?.trim() === '') continue;
    const place = { file: file.path, line };
    const { json, replaced } = soundJson(text ?? '');
    if (replaced > 0) yield charactersReplaced(file.path, line, replaced);
    let row: unknown;
    try {
      row = text === null ? undefined : JSON.parse(json);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      yield broken(place, error.message);
      continue;
    }
    if (text === null) yield broken(place, 'too long');
    else yield* read(row, place, book);
  }
};

const broken = (place: RowPlace, detail: string): Parsed => ({
  kind: 'warning',
  problem: problem('format-line-broken', { ...place, detail: detail.slice(0, 200) }),
});
