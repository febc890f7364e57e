import { problem } from '../../core/problem';
import type { Parsed } from '../exchange/drafts';
import { linesOf } from '../exchange/lines';
import { parseJson } from '../json-lines/json';
import { charactersReplaced } from '../json-lines/records';
import { soundJson } from '../json-lines/sound-json';
import type { ParseFile } from './parse-rows';
import type { RowPlace } from './read-rows';

/** Reads a file of rows, one as JSON in each line. */
export const parseRows: ParseFile = async function* (file, read, book) {
  for await (const { line, text } of linesOf(file)) {
    if (text?.trim() === '') continue;
    const place = { file: file.path, line };
    const { json, replaced } = soundJson(text ?? '');
    if (replaced > 0) yield charactersReplaced(file.path, line, replaced);
    const row = text === null ? undefined : parseJson(json);
    if (row === undefined) yield broken(place, text === null ? 'length' : 'JSON');
    else yield* read(row, place, book);
  }
};

const broken = (place: RowPlace, detail: string): Parsed => ({
  kind: 'warning',
  problem: problem('format-line-broken', { ...place, detail }),
});
