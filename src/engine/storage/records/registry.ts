import { isDeepStrictEqual } from 'node:util';
import { grouped } from '../../../core/grouped';
import type { EntryId, TypeId } from '../../../core/ids';
import type { EntryRecord } from '../../../core/model/annotation';
import { attributeValuesWhere, insertAttributeValues, updateAttributeValues } from './attribute-values';
import type { Reader, SqlValue, Writer } from '../file/connection';
import { originFromColumn, originToColumn, type Repository } from './table';

type EntryRow = Readonly<{
  id: string;
  kind: string;
  type: string | null;
  name: string;
  note: string;
  date: string | null;
  place: string | null;
  origin: string | null;
}>;

type Identifier = EntryRecord['identifiers'][number];

const toRow = ({ id, kind, type, name, note, date, place, origin }: EntryRecord): EntryRow => ({
  id,
  kind,
  type,
  name,
  note,
  date,
  place,
  origin: originToColumn(origin),
});

const fromRow = (
  row: EntryRow,
  rest: Pick<EntryRecord, 'aliases' | 'identifiers' | 'attributes'>,
): EntryRecord => ({
  record: 'entry',
  id: row.id as EntryId,
  kind: row.kind as EntryRecord['kind'],
  type: row.type as TypeId | null,
  name: row.name,
  aliases: rest.aliases,
  identifiers: rest.identifiers,
  note: row.note,
  date: row.date,
  place: row.place as EntryId | null,
  attributes: rest.attributes,
  origin: originFromColumn(row.origin),
});

/** The entries whose ids an SQL condition with `%` for the id's column holds for. */
function entriesWhere(reader: Reader, condition: string, ...bound: SqlValue[]): EntryRecord[] {
  const onEntry = condition.replace('%', 'entry');
  const rows = reader
    .query<EntryRow>(
      `SELECT id, kind, type, name, note, date, place, origin FROM entry
       WHERE ${condition.replace('%', 'id')} ORDER BY id`,
    )
    .all(...bound);
  if (rows.length === 0) return [];
  const aliases = grouped(
    reader
      .query<{ entry: string; name: string }>(
        `SELECT entry, name FROM entry_alias WHERE ${onEntry} ORDER BY entry, position`,
      )
      .all(...bound),
    ({ entry }) => entry,
  );
  const identifiers = grouped(
    reader
      .query<Identifier & { readonly entry: string }>(
        `SELECT entry, scheme, value FROM entry_identifier WHERE ${onEntry} ORDER BY entry, position`,
      )
      .all(...bound),
    ({ entry }) => entry,
  );
  const attributes = attributeValuesWhere(reader, 'entry', onEntry, ...bound);
  return rows.map((row) =>
    fromRow(row, {
      aliases: (aliases.get(row.id) ?? []).map(({ name }) => name),
      identifiers: (identifiers.get(row.id) ?? []).map(({ scheme, value }) => ({ scheme, value })),
      attributes: attributes.get(row.id) ?? {},
    }),
  );
}

function insertNames(writer: Writer, { id, aliases, identifiers }: EntryRecord): void {
  const insertAlias = writer.statement('INSERT INTO entry_alias VALUES (?, ?, ?)');
  aliases.forEach((name, position) => insertAlias.run(id, position, name));
  const insertIdentifier = writer.statement('INSERT INTO entry_identifier VALUES (?, ?, ?, ?)');
  identifiers.forEach(({ scheme, value }, position) => insertIdentifier.run(id, position, scheme, value));
}

/** The registry: things and happenings with their other names, their identifiers elsewhere and attribute values. */
export const entries: Repository<EntryRecord> & {
  /** In the order of ids. */
  all(reader: Reader): EntryRecord[];
  /** Those whose ids an SQL condition with `%` for the id's column holds for, in the same order. */
  where(reader: Reader, condition: string, ...bound: SqlValue[]): EntryRecord[];
} = {
  find: (reader, id) => entriesWhere(reader, '% = ?', id)[0],
  all: (reader) => entriesWhere(reader, '% IS NOT NULL'),
  where: entriesWhere,
  insert: (writer, entry) => {
    writer
      .statement('INSERT INTO entry VALUES (@id, @kind, @type, @name, @note, @date, @place, @origin)')
      .run(toRow(entry));
    insertNames(writer, entry);
    insertAttributeValues(writer, 'entry', entry.id, entry.attributes);
  },
  update: (writer, before, after) => {
    writer
      .statement(
        `UPDATE entry SET kind = @kind, type = @type, name = @name, note = @note, date = @date,
           place = @place, origin = @origin WHERE id = @id`,
      )
      .run(toRow(after));
    const isRenamed =
      !isDeepStrictEqual(before.aliases, after.aliases) ||
      !isDeepStrictEqual(before.identifiers, after.identifiers);
    if (isRenamed) {
      writer.statement('DELETE FROM entry_alias WHERE entry = ?').run(after.id);
      writer.statement('DELETE FROM entry_identifier WHERE entry = ?').run(after.id);
      insertNames(writer, after);
    }
    updateAttributeValues(writer, 'entry', after.id, before.attributes, after.attributes);
  },
  remove: (writer, entry) => {
    writer.statement('DELETE FROM entry WHERE id = ?').run(entry.id);
  },
};
