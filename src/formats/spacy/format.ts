import { carrying } from '../../core/exchange/things';
import type { Format } from '../exchange/format';
import { jsonLinesFormat, spanCarries } from '../json-lines/format';
import type { Shape } from '../json-lines/shape';
import { parse } from './parse';
import { serialize } from './serialize';

const isDocument = (shape: Shape): boolean =>
  shape.get('ents')?.startsWith('[') === true ||
  (shape.has('text') && shape.get('spans')?.startsWith('{') === true);

/**
 * Documents as spaCy's `Doc.to_json` writes them, one in each line, with relations as its projects have them. Offsets
 * are those of `doc.text[start:end]` (spacy.io/api/doc#char_span), a string of Python: code points, the end exclusive.
 */
export const spacy: Format = jsonLinesFormat({
  name: 'spacy',
  title: 'spaCy JSONL',
  fits: isDocument,
  parse,
  carries: () => carrying({ ...spanCarries, segmentation: ['token-edges', 'one-only'] }),
  serialize,
});
