import type { OptionSpec } from '../../core/exchange/options';
import { carrying } from '../../core/exchange/things';
import type { Claim, FileHead, Format } from '../exchange/format';
import { folderOf } from '../exchange/paths';
import { claimByShape, type Shape } from '../json-lines/shape';
import { parse } from './parse';
import { configFile, serialize } from './serialize';

/** Exports have the annotations before the data, and may be long. */
const isAnnotated = (shape: Shape): boolean =>
  /^\[\s*\{[^]*"(?:result|completed_by|coder)"/u.test(shape.get('annotations') ?? '');

const isTask = (shape: Shape): boolean =>
  isAnnotated(shape) ||
  (shape.get('data')?.startsWith('{') === true &&
    ['annotations', 'completions', 'predictions'].some((member) => shape.has(member))) ||
  (shape.has('annotation_id') && shape.has('annotator'));

const offsets = (choices: readonly string[], preset: string): OptionSpec => ({
  name: 'offsets',
  kind: 'choice',
  choices,
  default: preset,
});

/** The labelling interface beside some tasks is theirs. */
async function claim(files: readonly FileHead[], isAsked: boolean): Promise<readonly Claim[]> {
  const claims = await claimByShape(files, isAsked, isTask);
  const configOf = (path: string): string | undefined =>
    files.find((file) => file.path === `${folderOf(path)}${configFile}`)?.path;
  const claimed = new Set(claims.flatMap((one) => one.files));
  const empty: Claim[] = [];
  // No tasks at all are known by the interface beside them.
  for (const file of files)
    if (!claimed.has(file.path) && configOf(file.path) && /^\s*\[\s*\]\s*$/u.test(await file.head()))
      empty.push({ path: file.path, files: [file.path] });
  return [...claims, ...empty].map((one) => {
    const config = configOf(one.path);
    return config === undefined ? one : { ...one, files: [...one.files, config] };
  });
}

/**
 * Label Studio's tasks for the labelling of texts, as it exports them (JSON, and for import JSON_MIN) and takes them in,
 * with the labelling interface (labelstud.io/guide/task_format, /guide/export, /tags). In what it counts offsets is
 * told where they are read, in `offsets.ts`: today in code points, in its first versions in UTF-16 units.
 */
export const labelStudio: Format = {
  name: 'label-studio',
  title: 'Label Studio',
  import: {
    linksDocuments: false,
    options: [offsets(['auto', 'code-points', 'utf-16'], 'auto')],
    claim,
    parse,
  },
  export: {
    options: [offsets(['code-points', 'utf-16'], 'code-points')],
    target: () => 'folder',
    ending: () => '',
    carries: () =>
      carrying({
        document: 'whole',
        text: 'whole',
        'document-name': 'whole',
        metadata: ['no-place'],
        annotation: ['no-width'],
        fragment: ['gaps-filled'],
        'zero-width': ['no-width'],
        attribute: ['value-shape', 'no-place'],
        relation: ['other-document', 'filled-by-entry', 'filled-by-span', 'filler-missing'],
        role: ['other-document', 'filled-by-entry', 'filled-by-span', 'filler-missing', 'one-only'],
        coder: 'whole',
        note: ['no-place'],
        type: ['unused'],
        term: ['unused', 'details'],
      }),
    serialize,
  },
};
