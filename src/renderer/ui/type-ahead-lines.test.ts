import { expect, test } from 'vitest';
import { linesOf, nextChoosable, type TypeAheadLine } from './type-ahead-lines';

const rows = [
  { id: '1', label: 'ОДКБ', group: 'Organisations' },
  { id: '2', label: 'Алматы', group: 'Places' },
  { id: '3', label: 'ООН', group: 'Organisations' },
];

const written = (lines: readonly TypeAheadLine[]): readonly string[] =>
  lines.map((line) =>
    line.kind === 'heading' ? `# ${line.title}` : line.kind === 'row' ? line.row.label : `+ ${line.text}`,
  );

test('rows of a group stand together under its heading, the group of the best row first', () => {
  expect(written(linesOf(rows, '', 'never'))).toEqual([
    '# Organisations',
    'ОДКБ',
    'ООН',
    '# Places',
    'Алматы',
  ]);
});

test('what was typed can be made, unless a row is called so already', () => {
  expect(written(linesOf([], ' НАТО ', 'unless-known'))).toEqual(['+ НАТО']);
  expect(written(linesOf(rows.slice(0, 1), 'одкб', 'unless-known'))).toEqual(['# Organisations', 'ОДКБ']);
  expect(written(linesOf(rows.slice(0, 1), 'одкб', 'always'))).toEqual(['# Organisations', 'ОДКБ', '+ одкб']);
  expect(linesOf([], '  ', 'always')).toEqual([]);
});

test('the arrow keys pass over headings and go round the ends', () => {
  const lines = linesOf(rows, '', 'never');
  expect(nextChoosable(lines, -1, 1)).toBe(1);
  expect(nextChoosable(lines, 2, 1)).toBe(4);
  expect(nextChoosable(lines, 4, 1)).toBe(1);
  expect(nextChoosable(lines, 1, -1)).toBe(4);
  expect(nextChoosable(lines, -1, -1)).toBe(4);
  expect(nextChoosable([], -1, 1)).toBe(-1);
});
