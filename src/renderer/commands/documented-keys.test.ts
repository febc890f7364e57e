import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import politicalNews from '../../../resources/codebooks/political-news.json';
import titles from '../../../resources/locales/en/commands.json';
import { commandGroups, commandIds, keymap, type CommandId } from '../../contract/keymap';
import { capsOf } from './chords';
import { labelOf } from './layout';

const page = readFileSync(new URL('../../../docs/keys.md', import.meta.url), 'utf8');

/** The rows of the table that stands under a heading, without its head. */
function rowsUnder(heading: string): string[] {
  const section = page.split(/^## /mu).find((candidate) => candidate.startsWith(`${heading}\n`)) ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) => line.replaceAll(/\s+/gu, ' ').trim());
}

const row = (title: string, chords: readonly string[]): string =>
  `| ${title} | ${chords.map((chord) => `\`${capsOf(chord, false, labelOf).join('+')}\``).join(', ')} |`;

function titleOf(id: CommandId): string {
  const [group, name] = id.split('.');
  return (titles as unknown as Record<string, Record<string, string>>)[group ?? '']?.[name ?? ''] ?? id;
}

test.each(commandGroups)('docs/keys.md tells the keys of the group %s, and no others', (group) => {
  const ids = commandIds.filter((id) => keymap[id].group === group && keymap[id].keys.length > 0);
  expect(rowsUnder(titles.groups[group])).toEqual(ids.map((id) => row(titleOf(id), keymap[id].keys)));
});

test('docs/keys.md tells the keys of the roles that a new project has', () => {
  const roles = Object.entries(politicalNews.roles).map(([name, { names, key }]) => {
    const kind = politicalNews.types.find((type) => type.roles.includes(name))?.kind ?? '';
    return `${row(names.en, [key]).replace(/ \|$/u, '')} | ${kind} |`;
  });
  expect(rowsUnder('Roles')).toEqual(roles);
});

test('docs/keys.md tells the keys of the types that a new project has', () => {
  expect(rowsUnder('Types')).toEqual(
    politicalNews.types.map(
      ({ names, kind, key }) => `${row(names.en, [key]).replace(/ \|$/u, '')} | ${kind} |`,
    ),
  );
});
