import { timestampOf, type Timestamp } from '../core/ids';

/** The time of this machine. */
export const systemClock = (): Timestamp => timestampOf(new Date());
