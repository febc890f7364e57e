import type { Options } from '../../core/exchange/options';
import { carrying, type Carries } from '../../core/exchange/things';
import { carriesAll } from '../dataset/carries';
import type { TableName } from './columns';

const withDocument: Partial<Carries> = { 'document-name': 'never', document: 'never' };

const annotated: Carries = carrying({
  ...withDocument,
  annotation: ['kind'],
  fragment: 'whole',
  'zero-width': 'whole',
  attribute: 'whole',
  identity: 'whole',
  coder: 'whole',
  status: 'whole',
  note: 'whole',
  time: 'whole',
});

const ofTable: Readonly<Record<Exclude<TableName, 'documents'>, Carries>> = {
  annotations: { ...annotated, annotation: 'whole', relation: 'whole' },
  mentions: annotated,
  statements: annotated,
  arguments: { ...annotated, role: 'whole', relation: 'whole', attribute: 'never' },
};

const documentsAlone: Carries = carrying({
  document: 'whole',
  text: 'whole',
  'document-name': 'whole',
  metadata: 'whole',
  'document-attribute': 'whole',
  'document-note': 'whole',
  'document-status': 'whole',
  segmentation: 'whole',
});

/** What the chosen tables carry. Of one that stands alone, the documents have to be in the project already. */
export function carries({ table, dialect }: Options): Carries {
  const name = table as TableName | 'all';
  const whole = name === 'all' ? carriesAll : name === 'documents' ? documentsAlone : ofTable[name];
  return dialect === 'spreadsheet' ? { ...whole, ...cramped(whole) } : whole;
}

/** A cell of a spreadsheet may be too small for what is as long as a person likes. */
const cramped = (whole: Carries): Partial<Carries> =>
  Object.fromEntries(
    (['text', 'metadata', 'document-note', 'attribute', 'note'] as const)
      .filter((thing) => whole[thing] === 'whole')
      .map((thing) => [thing, ['cell-too-small']]),
  );
