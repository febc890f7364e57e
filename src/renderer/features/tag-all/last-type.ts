import type { TypeId } from '../../../core/ids';

let last: TypeId | null = null;

/** The type that was tagged with last in this way, for words that are no annotation yet. */
export const lastType = {
  get: (): TypeId | null => last,
  keep: (type: TypeId): void => {
    last = type;
  },
};
