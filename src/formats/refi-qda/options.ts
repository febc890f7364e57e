import type { OptionSpec, Options } from '../../core/exchange/options';
import { carrying, type Carries } from '../../core/exchange/things';

export const importOptions: readonly OptionSpec[] = [
  { name: 'ends', kind: 'choice', choices: ['found-out', 'inclusive', 'exclusive'], default: 'found-out' },
];

export const exportOptions: readonly OptionSpec[] = [
  { name: 'content', kind: 'choice', choices: ['project', 'codebook'], default: 'project' },
  { name: 'ends', kind: 'choice', choices: ['inclusive', 'exclusive'], default: 'inclusive' },
];

/** Whether only the codebook is written, not the project with its sources. */
export const isCodebookOnly = ({ content }: Options): boolean => content === 'codebook';

/** Whether the end of a selection is written as its last character, as the standard has it. */
export const hasInclusiveEnds = ({ ends }: Options): boolean => ends !== 'exclusive';

/** What a project or a codebook carries. */
export function carries(options: Options): Carries {
  const codebook = {
    type: ['xml-character'],
    'codebook-detail': ['details'],
  } as const;
  if (isCodebookOnly(options)) return carrying(codebook);
  return carrying({
    ...codebook,
    document: 'whole',
    text: 'whole',
    'document-name': ['xml-character'],
    metadata: ['xml-character'],
    'document-attribute': ['xml-character', 'value-shape'],
    'document-note': ['xml-character'],
    annotation: 'whole',
    fragment: hasInclusiveEnds(options) ? ['no-width'] : 'whole',
    'zero-width': hasInclusiveEnds(options) ? ['no-width'] : 'whole',
    role: ['kind', 'filled-by-entry', 'filler-missing', 'xml-character'],
    relation: ['kind', 'filled-by-entry', 'filler-missing'],
    coder: ['kind', 'xml-character'],
    note: ['xml-character'],
    time: ['kind'],
  });
}
