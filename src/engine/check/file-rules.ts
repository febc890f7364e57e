import { missingLayout } from '../storage/file/layout';
import { applicationId, latestVersion, versionOf } from '../storage/migrations/migrate';
import { fault, type Rule } from './rule';

const mostComplaints = 100;

/** SQLite's own check of every page, index and column. (It knows no CHECK constraints of a file opened read-only.) */
const integrity: Rule = function* (reader) {
  const rows = reader.query<{ integrity_check: string }>(`PRAGMA integrity_check(${mostComplaints})`).all();
  for (const { integrity_check: message } of rows)
    yield message === 'ok' ? null : fault('file.integrity', 'file', message);
};

const identity: Rule = function* (reader) {
  if (reader.pragma('application_id') !== applicationId)
    yield fault('file.application', 'file', `application_id is ${String(reader.pragma('application_id'))}`);
  if (versionOf(reader) !== latestVersion)
    yield fault('file.version', 'file', `user_version is ${versionOf(reader)}, not ${latestVersion}`);
};

/** Tables, indexes and triggers guard what the engine counts on. More of them than ours do no harm. */
const layout: Rule = function* (reader) {
  for (const { type, name } of missingLayout(reader))
    yield fault('file.layout', `${type} ${name}`, 'is missing or is not as Postil made it');
};

const references: Rule = function* (reader) {
  const rows = reader
    .query<{ table: string; rowid: number | null; parent: string }>('PRAGMA foreign_key_check')
    .each();
  for (const { table, rowid, parent } of rows)
    yield fault('file.reference', table, `row ${rowid ?? '?'} refers to a ${parent} that is not there`);
};

/** What holds for the file as a whole. */
export const fileRules: readonly Rule[] = [integrity, identity, layout, references];
