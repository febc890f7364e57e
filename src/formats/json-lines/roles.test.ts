import { describe, expect, it } from 'vitest';
import { roundTrip } from '../../../tests/support/exchange/round-trip';

describe('what fills the roles of events and statements', () => {
  it.each([
    ['doccano', ['filled-by-span']],
    ['label-studio', ['filled-by-span']],
    ['spacy', []],
    ['prodigy', []],
  ])('goes out to %s as relations, and comes back as roles', async (format, lost) => {
    const { differences, losses } = await roundTrip(format);
    expect(differences).toEqual([]);
    expect(losses.filter(({ thing }) => thing === 'role').map(({ reason }) => reason)).toEqual(lost);
  });
});
