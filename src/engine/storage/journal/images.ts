import type { AnyRecord } from '../../../core/model/records';

/** A record from the image of it that the journal, or a shelf, keeps as JSON. What was written there had been checked. */
export const recordFromImage = (image: string): AnyRecord => JSON.parse(image) as AnyRecord;

/** The record of a column that holds null where there was, or is, none. */
export const recordFromColumn = (image: string | null): AnyRecord | null =>
  image === null ? null : recordFromImage(image);

/** A record as an image; null stays null. */
export const recordToColumn = (record: AnyRecord | null): string | null => record && JSON.stringify(record);
