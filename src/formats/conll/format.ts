import type { OptionSpec } from '../../core/exchange/options';
import type { Claim, FileHead, Format } from '../exchange/format';
import { documentStart, format, parseConll } from './parse';
import { conllCarries, serializeConll } from './serialize';
import { schemes } from './tags';

/** A token in the first column and a tag in the last. */
const row = /^\S+(?:[ \t]+\S+)*[ \t]+(?:O|[BIESLU]-\S+)\s*$/u;

async function looksLikeColumns(file: FileHead): Promise<boolean> {
  const lines = (await file.head()).split(/\r\n|\r|\n/u).slice(0, 50);
  const rows = lines.slice(0, Math.max(1, lines.length - 1)).filter((line) => line.trim() !== '');
  return (
    rows.some((line) => row.test(line)) &&
    rows.every((line) => row.test(line) || line.startsWith(documentStart) || /^#\s/u.test(line))
  );
}

async function claim(files: readonly FileHead[], isAsked: boolean): Promise<readonly Claim[]> {
  const claims: Claim[] = [];
  for (const file of files) {
    const isNamedSo = /\.(?:conll|iob2?|bio|iobes|bioes|tsv|txt)$/iu.test(file.path);
    if (isAsked || (isNamedSo && (await looksLikeColumns(file))))
      claims.push({ path: file.path, files: [file.path] });
  }
  return claims;
}

const importOptions: readonly OptionSpec[] = [
  { name: 'token', kind: 'text', default: '1' },
  { name: 'tag', kind: 'text', default: 'last' },
  { name: 'separator', kind: 'choice', choices: ['auto', 'tab', 'blank'], default: 'auto' },
];

const exportOptions: readonly OptionSpec[] = [
  { name: 'scheme', kind: 'choice', choices: schemes, default: 'iob2' },
  { name: 'separator', kind: 'choice', choices: ['tab', 'blank'], default: 'tab' },
  { name: 'files', kind: 'choice', choices: ['one', 'each'], default: 'one' },
  { name: 'spacing', kind: 'flag', default: true },
];

/** Columns of tokens and tags: https://www.clips.uantwerpen.be/conll2003/ner/ (section “Data”). */
export const conll: Format = {
  name: format,
  title: 'CoNLL columns',
  import: {
    linksDocuments: false,
    options: importOptions,
    mayBeEmpty: /\.(?:conll|iob2?|bio|iobes|bioes)$/iu,
    claim,
    parse: parseConll,
  },
  export: {
    options: exportOptions,
    target: ({ files }) => (files === 'each' ? 'folder' : 'file'),
    ending: ({ files }) => (files === 'each' ? '' : '.conll'),
    carries: conllCarries,
    serialize: serializeConll,
  },
};
