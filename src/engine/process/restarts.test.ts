import { expect, it } from 'vitest';
import { countDeaths } from './restarts';

it('waits longer after each death, and gives up after the last delay', () => {
  const delayAfterDeath = countDeaths({ delays: [0, 200, 1000], forgottenAfter: 60_000 });
  expect([0, 10, 20, 30].map(delayAfterDeath)).toEqual([0, 200, 1000, null]);
});

it('forgets deaths that are long ago, so that an engine that dies once a day is never given up', () => {
  const delayAfterDeath = countDeaths({ delays: [0, 200], forgottenAfter: 60_000 });
  expect([0, 59_999, 60_000, 200_000].map(delayAfterDeath)).toEqual([0, 200, 200, 0]);
});
