import type { OptionSpec } from '../../core/exchange/options';
import type { Carriage, Carries } from '../../core/exchange/things';
import type { Exporting, Format, Importing } from '../exchange/format';
import { claimByShape, type Shape } from './shape';

/** Why relations and roles stay behind where each is an arrow from one span to another of the same document. */
const lostArrows = [
  'other-document',
  'filled-by-entry',
  'filled-by-span',
  'filler-missing',
] as const satisfies Carriage;

/** What spans with labels and arrows between them hold of a project. */
export const spanCarries = {
  document: 'whole',
  text: 'whole',
  'document-name': 'whole',
  metadata: 'whole',
  annotation: ['no-width'],
  fragment: ['gaps-filled'],
  'zero-width': ['no-width'],
  relation: lostArrows,
  role: [...lostArrows, 'one-only'],
  type: ['unused'],
} as const satisfies Partial<Carries>;

/** What tells one format of JSON lines from another. */
interface JsonLinesFormat {
  readonly name: string;
  readonly title: string;
  /** Whether a first object that looks so is of the format without doubt. */
  readonly fits: (shape: Shape) => boolean;
  readonly importOptions?: readonly OptionSpec[];
  readonly parse: Importing['parse'];
  readonly exportOptions?: readonly OptionSpec[];
  readonly carries: Exporting['carries'];
  readonly serialize: Exporting['serialize'];
}

/**
 * A format of which each line is a JSON object with a text and its annotations. Every file stands for itself; documents
 * are exported into one file.
 */
export const jsonLinesFormat = (own: JsonLinesFormat): Format => ({
  name: own.name,
  title: own.title,
  import: {
    linksDocuments: false,
    options: own.importOptions ?? [],
    mayBeEmpty: /\.(?:jsonl|ndjson)$/iu,
    claim: (files, isAsked) => claimByShape(files, isAsked, own.fits),
    parse: own.parse,
  },
  export: {
    options: own.exportOptions ?? [],
    target: () => 'file',
    ending: () => '.jsonl',
    carries: own.carries,
    serialize: own.serialize,
  },
});
