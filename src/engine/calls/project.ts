import { basename, extname } from 'node:path';
import { ok } from '../../core/result';
import { countAnnotationsByKind, countRecords } from '../storage/counts';
import type { Handler } from './handler';

export const describeProject: Handler<'project.describe'> = (project) => {
  const { path, access, notices, coder, journal, reader } = project;
  return ok({
    path,
    name: basename(path, extname(path)),
    readOnly: access.mode === 'read-only' ? access.reason : null,
    notices,
    coder,
    counts: countRecords(reader),
    annotationsByKind: countAnnotationsByKind(reader),
    journal,
  });
};
