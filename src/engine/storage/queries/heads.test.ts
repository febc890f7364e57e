import { expect, it } from 'vitest';
import { addDocuments, newProject, tag } from '../../../../tests/support/engine';
import { countHeaded, headsOf, rowsHeaded } from './heads';

it('finds what annotations begin with by an index, in code points', () => {
  const project = newProject();
  const [document] = addDocuments(project, { 'a.txt': '😀 Лавров, 😀 Лаврова и он' });
  if (!document) throw new Error('No document');
  for (const [start, end] of [
    [0, 8],
    [10, 19],
    [22, 24],
  ] as const)
    tag(project, document.id, start, end);
  expect(headsOf(project.reader)).toEqual(['он', '😀 Лавр']);
  expect(countHeaded(project.reader, ['😀 Лавр', 'он', 'кто'])).toBe(3);
  expect(rowsHeaded(project.reader, ['😀 Лавр'], 8).map(({ quote }) => quote)).toEqual([
    '😀 Лавров',
    '😀 Лавров',
  ]);
  const plan = project.reader
    .query<{ detail: string }>(
      `EXPLAIN QUERY PLAN SELECT min(substr(quote, 1, 6)) FROM fragment
       WHERE position = 0 AND substr(quote, 1, 6) > ?`,
    )
    .all('x');
  expect(plan.map(({ detail }) => detail).join()).toContain('COVERING INDEX fragment_by_head');
});
