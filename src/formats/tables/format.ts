import { claimFolders } from '../dataset/folder';
import type { FileHead, Format } from '../exchange/format';
import { carries } from './carries';
import { tableNames } from './columns';
import { parse } from './parse';
import { serialize, type Manner } from './serialize';

/** How a table of Postil's begins, in either dialect; UTF-16 shows as characters with zeros between them. */
const ownHeading =
  /^"?(?:annotation[_ ]id"?[,;\t]"?document[_ ]id"?[,;\t]"?document[_ ]name|document[_ ]id"?[,;\t]"?document[_ ]name"?[,;\t]"?document[_ ]sha256)/u;

async function isTable(file: FileHead): Promise<boolean> {
  const head = (await file.head()).replaceAll('\0', '').replace(/^[\ufffd\ufeff]+/u, '');
  return ownHeading.test(head);
}

const tableFormat = (name: 'csv' | 'tsv', title: string, manner: Manner): Format => ({
  name,
  title,
  import: {
    linksDocuments: true,
    options: [],
    mayBeEmpty: name === 'csv' ? /\.csv$/iu : /\.tsv$/iu,
    claim: (files, isAsked) =>
      claimFolders(files, async (file, hasCodebook) => {
        const ending = file.path.slice(-4).toLowerCase();
        if (hasCodebook && /(?:^|\/)entries\.jsonl$/u.test(file.path)) {
          const folder = file.path.slice(0, -'entries.jsonl'.length);
          return files.some(({ path }) => path === `${folder}documents${manner.ending}`);
        }
        return (ending === manner.ending || (isAsked && ending === '.txt')) && isTable(file);
      }),
    parse: (files, context) => parse(name, files, context),
  },
  export: {
    options: [
      { name: 'table', kind: 'choice', choices: ['all', ...tableNames], default: 'all' },
      { name: 'dialect', kind: 'choice', choices: ['exact', 'spreadsheet'], default: 'exact' },
      ...(name === 'csv'
        ? [{ name: 'separator', kind: 'choice', choices: ['comma', 'semicolon'], default: 'comma' } as const]
        : []),
    ],
    target: ({ table }) => (table === 'all' ? 'folder' : 'file'),
    ending: ({ table }) => (table === 'all' ? '' : manner.ending),
    carries,
    serialize: (contents, context) => serialize(manner, contents, context),
  },
});

/** Tables parted by commas (RFC 4180), or by semicolons for spreadsheets whose decimal sign is the comma. */
export const csv = tableFormat('csv', 'CSV', { separator: ',', ending: '.csv' });

/** Tables parted by tabs; for spreadsheets in UTF-16LE, as they write such tables themselves. */
export const tsv = tableFormat('tsv', 'TSV', { separator: '\t', ending: '.tsv' });
