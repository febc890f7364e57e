import { ok } from '../../core/result';
import type { Handler } from '../calls/handler';
import { askArrangement } from './arrangements';
import { segmentRows } from './rows';

export const pageSegments: Handler<'segments.page'> = async (project, { query, hidden, offset, limit }) => {
  const rows = await askArrangement(project, query, (arrangement) => arrangement.rows(offset, limit));
  return ok({ offset, rows: segmentRows(project, rows, new Set(hidden)) });
};

export const countSegments: Handler<'segments.count'> = async (project, { query }) =>
  ok(await askArrangement(project, query, (arrangement) => arrangement.count()));
