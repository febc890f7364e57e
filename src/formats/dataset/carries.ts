import { carrying, things, type Carries } from '../../core/exchange/things';

/** A data set carries everything but what was before: earlier versions of the codebook, and the journal. */
export const carriesAll: Carries = carrying({
  ...(Object.fromEntries(things.map((thing) => [thing, 'whole'])) as Carries),
  version: 'never',
  history: 'never',
});
