import { v7 as uuid } from 'uuid';
import type { CoderId, Timestamp, VersionId } from '../../core/ids';
import type { VersionRecord } from '../../core/model/codebook';
import type { CoderRecord } from '../../core/model/document';
import type { Result } from '../../core/result';
import type { CodebookBeginning } from '../../contract/codebook-calls';
import type { Change } from '../../contract/engine-answers';
import { commit } from '../journal/journal';
import type { Writer } from '../storage/file/connection';
import { readSource } from './read-file';
import { defaultCodebook } from './ready-made';

/** What a project begins with where nothing else is chosen. */
const defaultBeginning: CodebookBeginning = {
  source: { from: 'ready-made', name: defaultCodebook },
  language: 'en',
};

/** The first change of every project: its first coder and its codebook. Undo does not take it back. */
export function beginProject(
  writer: Writer,
  coderName: string,
  at: Timestamp,
  beginning = defaultBeginning,
): Result<Change> {
  const read = readSource(beginning);
  if (!read.ok) return read;
  const { types, roles, attributes, terms } = read.value.codebook;
  const coder: CoderRecord = { record: 'coder', id: uuid() as CoderId, name: coderName, origin: null };
  const version: VersionRecord = {
    record: 'version',
    id: uuid() as VersionId,
    number: 1,
    coder: coder.id,
    at,
    note: '',
    types,
    roles,
    attributes,
    origin: null,
  };
  return commit(
    writer,
    'project.create',
    { coder: coder.id, at },
    { added: [coder, ...types, ...roles, ...attributes, ...terms, version], updated: [], removed: [] },
  );
}
