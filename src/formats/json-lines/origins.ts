import type { Origin } from '../../core/model/origin';
import type { JsonObject } from './json';

interface Come {
  readonly id: string;
  readonly origin: Origin | null;
}

/** What a record is called in the file: as it came from the format, else by its own id. */
export const fileId = ({ id, origin }: Come, format: string): string =>
  (origin?.format === format ? origin.id : null) ?? id;

/** What a record brought from the format that Postil has no place for. */
export const fieldsFrom = ({ origin }: Pick<Come, 'origin'>, format: string): JsonObject =>
  origin?.format === format ? origin.fields : {};
