import type { ColumnMapping, DocumentOptions, InspectedTable } from '../../../contract/document-files';
import type { InspectedFile } from '../../../contract/engine-answers';

type TableFile = Extract<InspectedFile, { kind: 'table' }>;

/** Tables of one batch that have the same columns: what these mean is asked once for all of them. */
export interface TableGroup {
  readonly columns: readonly string[];
  /** Where the tables are: files, and sheets in them. */
  readonly names: readonly string[];
  readonly rows: InspectedTable['rows'];
  readonly rowCount: number;
  readonly guess: ColumnMapping | null;
  /** Whether the columns are parted by characters of the text. */
  readonly isSeparated: boolean;
}

const keyOf = (columns: readonly string[]): string => JSON.stringify(columns);

/** The tables of some files by their columns; those without rows are left out. */
export function tableGroups(files: readonly TableFile[]): readonly TableGroup[] {
  const groups = new Map<string, TableGroup>();
  for (const { name, format, tables } of files)
    for (const { sheet, columns, rows, rowCount, guess } of tables) {
      if (rowCount === 0) continue;
      const before = groups.get(keyOf(columns));
      const place = sheet === null ? name : `${name}: ${sheet}`;
      groups.set(keyOf(columns), {
        columns,
        names: [...(before?.names ?? []), place],
        rows: before?.rows ?? rows,
        rowCount: (before?.rowCount ?? 0) + rowCount,
        guess: before?.guess ?? guess,
        isSeparated: before?.isSeparated === true || format === 'csv',
      });
    }
  return [...groups.values()];
}

type Mapped = DocumentOptions['tables'];

/** What a plan says of the tables of a group; null where they are left out. */
export const mappingOf = (mapped: Mapped, { columns }: TableGroup): ColumnMapping | null =>
  mapped.find((one) => one.columns !== null && keyOf(one.columns) === keyOf(columns))?.mapping ?? null;

/** A plan's tables with another meaning of the columns of one group; null leaves the group out. */
export function withMapping(mapped: Mapped, group: TableGroup, mapping: ColumnMapping | null): Mapped {
  const others = mapped.filter((one) => one.columns === null || keyOf(one.columns) !== keyOf(group.columns));
  return mapping === null ? others : [...others, { columns: [...group.columns], mapping }];
}

/** What is mapped where nobody has chosen anything yet. */
export const guessedTables = (groups: readonly TableGroup[]): Mapped =>
  groups.flatMap(({ columns, guess }) => (guess ? [{ columns: [...columns], mapping: guess }] : []));

/**
 * The same after the files were looked at once more: what was chosen stays, also for columns that are not there any more,
 * and columns that were not there before begin as they were guessed.
 */
export function afterLook(
  mapped: Mapped,
  before: readonly TableGroup[],
  after: readonly TableGroup[],
): Mapped {
  const known = new Set([...before.map(({ columns }) => keyOf(columns))]);
  const isNew = ({ columns }: TableGroup): boolean =>
    !known.has(keyOf(columns)) &&
    !mapped.some((one) => one.columns !== null && keyOf(one.columns) === keyOf(columns));
  return [...mapped, ...guessedTables(after.filter(isNew))];
}

/** A mapping with another column as text, name or date: each column means one thing. */
export function withColumn(
  mapping: ColumnMapping | null,
  { columns }: TableGroup,
  role: 'text' | 'name' | 'date',
  column: string | null,
): ColumnMapping | null {
  if (role === 'text' && column === null) return null;
  const before = mapping ?? { text: '', name: null, date: null, metadata: [...columns], hasHeader: true };
  const free = (other: string | null): string | null => (other === column ? null : other);
  const changed = {
    ...before,
    text: role === 'text' ? (column ?? '') : before.text,
    name: role === 'name' ? column : free(before.name),
    date: role === 'date' ? column : free(before.date),
  };
  // What a column no longer means it has as metadata, so that nothing is lost unasked.
  const released = before[role];
  const kept = new Set([...before.metadata, ...(released === null || released === column ? [] : [released])]);
  const used = [changed.text, changed.name, changed.date];
  return { ...changed, metadata: columns.filter((other) => kept.has(other) && !used.includes(other)) };
}

/** The columns in the order in which they are shown: those that mean something first. */
export function shownColumns({ columns }: TableGroup, mapping: ColumnMapping | null): readonly string[] {
  const first = [mapping?.text, mapping?.name, mapping?.date].filter(
    (column) => column !== null && column !== undefined,
  );
  return [...first, ...columns.filter((column) => !first.includes(column))];
}
