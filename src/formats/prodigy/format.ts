import { carrying } from '../../core/exchange/things';
import type { Format } from '../exchange/format';
import { jsonLinesFormat, spanCarries } from '../json-lines/format';
import type { Shape } from '../json-lines/shape';
import { parse } from './parse';
import { serialize } from './serialize';

/** What only Prodigy writes into a task. */
const marks = ['_input_hash', '_task_hash', '_annotator_id', '_session_id', '_view_id', 'answer'];

const isTask = (shape: Shape): boolean =>
  shape.has('text') &&
  (marks.some((mark) => shape.has(mark)) ||
    (shape.get('spans')?.startsWith('[') === true && !shape.has('ents')));

/**
 * Prodigy's tasks as JSON lines, as `db-out` writes and recipes read them. Offsets count the characters of Python's
 * strings, which are code points: tasks are made and read by `doc.char_span` (spacy.io/api/doc#char_span;
 * explosion/projects, tutorials/rel_component, parse_data.py).
 */
export const prodigy: Format = jsonLinesFormat({
  name: 'prodigy',
  title: 'Prodigy',
  fits: isTask,
  parse,
  carries: () =>
    carrying({
      ...spanCarries,
      'document-status': 'whole',
      segmentation: ['no-place', 'token-edges', 'one-only'],
      attribute: ['kind', 'value-shape'],
      coder: 'whole',
      term: ['unused', 'details'],
    }),
  serialize,
});
