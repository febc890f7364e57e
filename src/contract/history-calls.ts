import { z } from 'zod';
import type { ChangeName } from '../core/commands/command';
import type { LeftOut } from '../core/commands/paste-coding';
import type { AnnotationId, ChangeNumber, CoderId, DocumentId, Timestamp } from '../core/ids';
import { recordNames } from '../core/model/records';
import { declareCall } from './call';
import type { Change, ChangedPlace } from './engine-answers';
import { hidden, idOf } from './fields';
import {
  restorable,
  type ChangeDetail,
  type DeletedPage,
  type HistoryPage,
  type RecordHistory,
  type WayBack,
} from './history';

const change = z
  .number()
  .int()
  .positive()
  .transform((number) => number as ChangeNumber);

const moment = z
  .string()
  .max(40)
  .transform((text) => text as Timestamp);

/** A stretch of a list that is fetched as it is scrolled to. */
const part = { offset: z.number().int().nonnegative(), limit: z.number().int().min(1).max(1000) };

/** Which changes are listed; null where it does not matter. */
const historyFilter = z.strictObject({
  coder: idOf<CoderId>().nullable(),
  name: z
    .string()
    .max(100)
    .transform((name) => name as ChangeName)
    .nullable(),
  /** Only what happened in one document, be it removed since. */
  document: idOf<DocumentId>().nullable(),
  /** From this moment on, and before that one. */
  from: moment.nullable(),
  until: moment.nullable(),
});

export type HistoryFilter = z.output<typeof historyFilter>;

const deletedFilter = {
  record: z.enum(restorable).nullable(),
  /** Words that what it is called has to have, in any case. */
  text: z.string().max(500),
  /** Whether also what went because its making was undone. */
  withUndone: z.boolean(),
  hidden,
};

/** What came of a change that the engine worked out, and where to look for it. */
interface Done {
  readonly change: Change;
  readonly place: ChangedPlace | null;
}

/** An annotation whose coding others are given. */
const annotation = idOf<AnnotationId>();

/** The journal as people read it, and the ways back in it. */
export const historyCalls = {
  'history.page': declareCall(z.strictObject({ filter: historyFilter, ...part }))<HistoryPage>(),
  /** The names of the changes that a filter lets through, whichever name it asks for. */
  'history.names': declareCall(z.strictObject({ filter: historyFilter }))<readonly ChangeName[]>(),
  /** Annotations of hidden coders that a change touched are counted, but not quoted. */
  'history.change': declareCall(z.strictObject({ change, hidden, ...part }))<ChangeDetail>(),
  /** What hidden coders did is left out. */
  'history.ofRecord': declareCall(
    z.strictObject({ record: z.enum(recordNames), id: z.string().min(1).max(200), hidden }),
  )<RecordHistory>(),
  'history.preview': declareCall(z.strictObject({ to: change }))<WayBack>(),
  'history.goBack': declareCall(z.strictObject({ to: change }))<Done>(),
  'history.deleted': declareCall(z.strictObject({ ...deletedFilter, ...part }))<DeletedPage>(),
  /** Gives annotations the identity, values and role fillers of another one, as far as they fit. */
  'coding.paste': declareCall(
    z.strictObject({ from: annotation, to: z.array(annotation).min(1).max(10_000) }),
  )<{ readonly change: Change | null; readonly leftOut: readonly LeftOut[] }>(),
  'history.restore': declareCall(
    z.strictObject({
      records: z
        .array(z.strictObject({ record: z.enum(restorable), id: z.string().min(1).max(200) }))
        .min(1)
        .max(10_000),
    }),
  )<Done>(),
} as const;
