import type { Options, OptionSpec } from '../../core/exchange/options';
import { carrying, type Carries } from '../../core/exchange/things';
import type { Format } from '../exchange/format';
import { jsonLinesFormat, spanCarries } from '../json-lines/format';
import type { Shape } from '../json-lines/shape';
import { parse } from './parse';
import { serialize } from './serialize';

const layout: OptionSpec = {
  name: 'layout',
  kind: 'choice',
  choices: ['relations', 'labels'],
  default: 'relations',
};

const offsets: OptionSpec = {
  name: 'offsets',
  kind: 'choice',
  choices: ['code-points', 'utf-16'],
  default: 'code-points',
};

const beginsAsSpans = (value: string | undefined): boolean =>
  value !== undefined && /^\[\s*(?:\[\s*\d|\{[^}]*"start_offset")/u.test(value);

const isExample = (shape: Shape): boolean =>
  shape.has('Comments') ||
  ((shape.has('text') || shape.has('data')) &&
    (shape.has('annotation_approver') ||
      ['label', 'labels', 'entities', 'annotations'].some((member) => beginsAsSpans(shape.get(member)))));

const withoutRelations: Partial<Carries> = {
  annotation: ['kind', 'no-width'],
  relation: 'never',
  role: 'never',
};

const carries = (options: Options): Carries =>
  carrying({
    ...spanCarries,
    metadata: ['no-place'],
    'document-note': 'whole',
    ...(options['layout'] === 'labels' ? withoutRelations : {}),
  });

/**
 * The examples of doccano's sequence labelling: `entities` and `relations`, as it writes them where a project has
 * relations, or tuples under `label` or `labels` (doccano/doccano, backend/data_export/pipeline/factories.py). Offsets
 * are read and written as those of Python's strings, in which its server keeps the text: code points. Its first editor
 * stored UTF-16 units instead (doccano/doccano, pull request 99), its later one has a switch (`perCodePoint` in
 * EntityEditor.vue): for files of either, an option of the import says so.
 */
export const doccano: Format = jsonLinesFormat({
  name: 'doccano',
  title: 'doccano JSONL',
  fits: isExample,
  importOptions: [offsets],
  parse,
  exportOptions: [layout],
  carries,
  serialize,
});
