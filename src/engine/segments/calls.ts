import { ok } from '../../core/result';
import type { Handler } from '../calls/handler';
import { rowOfAnnotation } from '../storage/records/annotations';
import { askArrangement } from './arrangements';
import { segmentRows } from './rows';

/** How long the rows may wait for the number of all, in milliseconds: less than anybody notices. */
const patience = 20;

export const pageSegments: Handler<'segments.page'> = async (project, { query, hidden, offset, limit }) => {
  const { rows, count } = await askArrangement(project, query, async (arrangement) => ({
    rows: await arrangement.rows(offset, limit),
    count: await arrangement.countWithin(patience),
  }));
  return ok({ offset, rows: segmentRows(project, rows, new Set(hidden)), count });
};

export const placeSegment: Handler<'segments.place'> = async (project, { query, annotation }) => {
  const found = rowOfAnnotation(project.reader, annotation);
  if (!found) return ok(null);
  const { row, document } = found;
  return ok(await askArrangement(project, query, (arrangement) => arrangement.placeOf(row, document)));
};

export const countSegments: Handler<'segments.count'> = async (project, { query }) =>
  ok(await askArrangement(project, query, (arrangement) => arrangement.count()));
