import { basename, extname } from 'node:path';
import { ok } from '../../core/result';
import { countKindsByCoder, countRecords, sumOfKinds } from '../storage/queries/counts';
import type { Handler } from './handler';

export const describeProject: Handler<'project.describe'> = (project) => {
  const { path, access, notices, coder, journal, reader } = project;
  const kindsByCoder = countKindsByCoder(reader);
  return ok({
    path,
    name: basename(path, extname(path)),
    readOnly: access.mode === 'read-only' ? access.reason : null,
    notices,
    coder,
    counts: countRecords(reader),
    annotationsByKind: sumOfKinds(kindsByCoder),
    kindsByCoder,
    journal,
  });
};
