import type { Codebook } from '../../core/codebook/codebook';
import { problem } from '../../core/problem';
import { recordSchemas } from '../json/schema';
import type { Parsed } from '../exchange/drafts';
import type { SourceFile } from '../exchange/format';
import { parseJson } from '../json-lines/json';

/** The codebook beside tables and data sets, so that they come back with everything that their rows refer to. */
export const codebookFile = 'codebook.json';

const head = '{"format":"postil-tables-codebook","version":1';

/** Whether a file begins as such a codebook does. */
export const isCodebookFile = (beginning: string): boolean => beginning.trimStart().startsWith(head);

const sections = { types: 'type', roles: 'role', attributes: 'attribute', terms: 'term' } as const;
type Section = keyof typeof sections;

/** The codebook as a file of its own, a record in each line. */
export function* codebookPieces(codebook: Codebook): Generator<string> {
  yield head;
  for (const section of Object.keys(sections) as Section[]) {
    yield `,\n"${section}":[`;
    for (const [index, record] of codebook[section].entries())
      yield `${index === 0 ? '' : ','}\n${JSON.stringify({ ...record, record: undefined })}`;
    yield ']';
  }
  yield '}\n';
}

const nothing: Codebook = { types: [], roles: [], attributes: [], terms: [] };

/** What is read where there is no such file. */
export const noCodebook = { codebook: nothing, warnings: [] } as const;

/** Reads such a file. What is no record of a codebook is told and left out. */
export async function readCodebookFile(
  file: SourceFile,
): Promise<{ readonly codebook: Codebook; readonly warnings: readonly Parsed[] }> {
  const content: unknown = parseJson(await file.whole());
  if (content === undefined) return { codebook: nothing, warnings: [broken(file, 'JSON')] };
  const warnings: Parsed[] = [];
  const read = <Name extends Section>(section: Name): Codebook[Name] => {
    const items: unknown =
      typeof content === 'object' && content !== null && Object.hasOwn(content, section)
        ? (content as Record<string, unknown>)[section]
        : [];
    const found = (Array.isArray(items) ? (items as readonly unknown[]) : []).flatMap((item) => {
      const parsed = recordSchemas[sections[section]].safeParse(item);
      if (parsed.success) return [{ record: sections[section], ...parsed.data }];
      warnings.push(broken(file, `${section}: ${parsed.error.issues[0]?.message ?? ''}`));
      return [];
    });
    return found as unknown as Codebook[Name];
  };
  return {
    codebook: {
      types: read('types'),
      roles: read('roles'),
      attributes: read('attributes'),
      terms: read('terms'),
    },
    warnings,
  };
}

const broken = ({ path }: SourceFile, detail: string): Parsed => ({
  kind: 'warning',
  problem: problem('format-line-broken', { file: path, line: 1, detail: detail.slice(0, 200) }),
});
