import { v7 as uuid } from 'uuid';
import politicalNews from '../../../resources/codebooks/political-news.json';
import type { CoderId, Timestamp, VersionId } from '../../core/ids';
import type { VersionRecord } from '../../core/model/codebook';
import type { CoderRecord } from '../../core/model/document';
import type { Result } from '../../core/result';
import type { Change } from '../../contract/engine-answers';
import { commit } from '../journal/journal';
import type { Writer } from '../storage/connection';
import { recordsOf } from './template';

/** The first change of every project: its first coder and the default codebook. Undo does not take it back. */
export function beginProject(writer: Writer, coderName: string, at: Timestamp): Result<Change> {
  const coder: CoderRecord = { record: 'coder', id: uuid() as CoderId, name: coderName, origin: null };
  const codebook = recordsOf(politicalNews);
  const version: VersionRecord = {
    record: 'version',
    id: uuid() as VersionId,
    number: 1,
    coder: coder.id,
    at,
    note: '',
    types: codebook.filter((record) => record.record === 'type'),
    roles: codebook.filter((record) => record.record === 'role'),
    attributes: [],
    origin: null,
  };
  return commit(
    writer,
    'project.create',
    { coder: coder.id, at },
    { added: [coder, ...codebook, version], updated: [], removed: [] },
  );
}
