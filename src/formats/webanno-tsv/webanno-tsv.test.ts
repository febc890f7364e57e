import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { fileOf, parsedOf } from '../../../tests/support/exchange/files';
import type { DocumentDraft } from '../exchange/drafts';
import { escapeText, escapeValue, splitAt, unescapeText, unescapeValue } from './escape';
import { webannoTsv } from './format';

vi.setConfig({ testTimeout: 60_000 });

const data = join(process.cwd(), '../shared/data/webanno-tsv');
const cases = existsSync(data) ? readdirSync(data) : [];
const caseOf = (name: string): string => readFileSync(join(data, name, 'reference.tsv'), 'utf8');

interface Read {
  readonly document: DocumentDraft;
  readonly warnings: readonly string[];
}

async function read(content: string): Promise<Read> {
  const parsed = await parsedOf(webannoTsv, [fileOf('a.tsv', content, 7)]);
  const document = parsed.find((one) => one.kind === 'document')?.document;
  if (!document) throw new Error('No document');
  const warnings = parsed.flatMap((one) => (one.kind === 'warning' ? [one.problem.code] : []));
  return { document, warnings };
}

/** What stands where with which values, and what fills its roles, in short. */
function outline({ annotations }: DocumentDraft): readonly string[] {
  return annotations.map(({ type, fragments, attributes, links }) => {
    const name = type.slice(type.lastIndexOf('.') + 1);
    const places = fragments.map(({ start, end }) => `${start}-${end}`).join();
    const filled = links.map(({ role, target }) => {
      const by =
        target.by === 'annotation'
          ? target.annotation
          : target.by === 'span'
            ? `${target.span.start}-${target.span.end}`
            : '';
      return `${role.slice(role.lastIndexOf('#') + 1)}=${by}`;
    });
    return [name, places, ...Object.values(attributes).map(String), ...filled].filter(Boolean).join(' ');
  });
}

const file = (header: readonly string[], ...lines: readonly string[]): string =>
  ['#FORMAT=WebAnno TSV 3.3', ...header, '', '', ...lines, ''].join('\n');

const span = '#T_SP=webanno.custom.Span|value';

describe('the escapes of WebAnno TSV', () => {
  it('take nothing from values and texts', () => {
    for (const text of ['a_b|c;d[1]*', '->', '\\->', '\\t\t\n\r', '\\', '_', '*', '', '\\\\n'])
      expect([unescapeValue(escapeValue(text)), unescapeText(escapeText(text))]).toEqual([text, text]);
  });

  it('keep signs from separating', () => {
    expect(splitAt('a\\|b|c\\\\|d', '|')).toEqual(['a\\|b', 'c\\\\', 'd']);
  });
});

describe('an import of WebAnno TSV', () => {
  it.skipIf(cases.length === 0).each(cases)('takes all of %s without a warning', async (name) => {
    const { document, warnings } = await read(caseOf(name));
    expect(warnings).toEqual([]);
    expect(outline(document)).not.toEqual([]);
  });

  it('joins what has one number over tokens, and keeps what is stacked apart', async () => {
    const { document } = await read(
      file([span], '#Text=Да нет', '1-1\t0-2\tДа\tA[1]|B[2]\t', '1-2\t3-6\tнет\tA[1]|C[3]\t'),
    );
    expect(outline(document)).toEqual(['Span 0-6 A', 'Span 0-2 B', 'Span 3-6 C']);
  });

  it('ends lines with whatever ends them', async () => {
    const content = file([span], '#Text=Да нет', '1-1\t0-2\tДа\tA\t', '1-2\t3-6\tнет\t_\t');
    for (const newline of ['\r\n', '\r']) {
      const { document, warnings } = await read(content.replaceAll('\n', newline));
      expect([outline(document), warnings]).toEqual([['Span 0-2 A'], []]);
    }
  });

  it('does not fill the memory with the gaps that a file speaks of, nor its text with those of stray rows', async () => {
    const far = Array.from({ length: 50 }, (_, index) => {
      const begin = (index + 1) * 900_000;
      return [`#Text=Да`, `${index + 1}-1\t${begin}-${begin + 2}\tДа\tA\t`, ''];
    });
    const { document, warnings } = await read(file([span], ...far.flat()));
    expect(document.text.length).toBeLessThan(1_001_000);
    expect([document.annotations.length, new Set(warnings)]).toEqual([
      50,
      new Set(['format-offsets-outside']),
    ]);
    const stray = await read(file([span], '#Text=Да', '1-1\t0-2\tДа\tA\t', '', '1-9\t9000-99999\tfar\tB\t'));
    expect([stray.document.text, outline(stray.document)]).toEqual(['Да', ['Span 0-2 A']]);
    expect(stray.warnings).toEqual(['format-line-broken']);
  });

  it('tells of a file without a text', async () => {
    const parsed = await parsedOf(webannoTsv, [fileOf('a.tsv', '#FORMAT=WebAnno TSV 3.3\n\n')]);
    expect(parsed.map((one) => one.kind === 'warning' && one.problem.code)).toEqual(['format-broken']);
  });

  it('warns of references, offsets and lines that are not sound, with their lines, and keeps the rest', async () => {
    const parsed = await parsedOf(webannoTsv, [
      fileOf(
        'a.tsv',
        file(
          ['#T_RL=webanno.custom.Rel|value|BT_webanno.custom.Span', '#T_XX=what'],
          '#Text=Да нет',
          '1-1\t0-2\tДа\tx\t1-9\t',
          '1-2\t3-60\tнет\t_\t_\t',
          'no annotation at all',
          '1-3\t3-6\tнет\ty\t1-1\t',
        ),
      ),
    ]);
    const warnings = parsed.flatMap((one) =>
      one.kind === 'warning' ? [`${one.problem.code} ${String(one.problem.params['line'])}`] : [],
    );
    expect(warnings).toEqual([
      'format-line-ignored 3',
      'format-offsets-outside 8',
      'format-line-ignored 9',
      'format-reference-missing 7',
    ]);
    const [document] = parsed.flatMap((one) => (one.kind === 'document' ? [one.document] : []));
    expect(document && outline(document)).toEqual(['Rel y Governor=0-2 Dependent=3-6']);
  });
});
