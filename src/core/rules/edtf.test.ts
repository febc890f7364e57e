import { describe, expect, it } from 'vitest';
import { numberOfDay } from '../dates/calendar';
import { isEdtf, readEdtf } from './edtf';

describe('EDTF', () => {
  // The examples of levels 0 and 1 at https://www.loc.gov/standards/datetime/.
  it.each([
    ...['1985-04-12', '1985-04', '1985', '1985-04-12T23:20:30', '1985-04-12T23:20:30Z'],
    ...['1985-04-12T23:20:30-04', '1985-04-12T23:20:30+04:30', '1964/2008', '2004-06/2006-08'],
    ...['2004-02-01/2005-02-08', '2004-02-01/2005-02', '2004-02-01/2005', '2005/2006-02'],
    ...['Y170000002', 'Y-170000002', '2001-21', '1984?', '2004-06~', '2004-06-11%', '201X', '20XX'],
    ...['2004-XX', '1985-04-XX', '1985-XX-XX', '1985-04-12/..', '1985-04/..', '1985/..', '../1985-04-12'],
    ...['../1985-04', '../1985', '1985-04-12/', '1985-04/', '1985/', '/1985-04-12', '/1985-04', '/1985'],
    ...['-1985', '1984~/2004-06', '1984/2004-06~', '1984?/2004%', '1984-06-02?/2004-08-08~'],
  ])('takes %s, an example of the specification', (text) => expect(isEdtf(text)).toBe(true));

  it.each([
    ...['0000', '-0044', '2024-02-29', '2000-02-29', '-0004-02-29', '2026-24', '2026-11-22T00:00:00+14:00'],
    ...['2026-21?', '202X~', 'Y-17000?', '2026-11-22/2026-11-22', '-0044/2026', '-198X'],
  ])('takes %s', (text) => expect(isEdtf(text)).toBe(true));

  it.each([
    ...['2026-00', '2026-13', '2026-20', '2026-25', '2026-11-00', '2026-11-31', '2026-11-32', '2026-02-30'],
    ...['2025-02-29', '1900-02-29', '2026-21-01', '2026-02-29/2026-03-01'],
  ])('refuses %s: there is no such month or day', (text) => expect(isEdtf(text)).toBe(false));

  it.each([
    ...['', '/', '..', '../..', '/..', '../', 'yesterday', '22.11.2026', '26-11-22', '2026-1-2', ' 2026'],
    ...['2026 ', '2026-11-22 09:30', '2026-11-22T09:30', '2026-11-22T24:00:00', '2026-11-22T09:60:00'],
    ...['2026-11-22T09:30:00Zulu', '2026-11-22T09:30:00+15', '2026-11T09:30:00', '2026-11-22T09:30:00?'],
    ...['2026/2027/2028', '2026-11-22T09:30:00Z/2027', '2027/2026', 'Y2026', 'Y02026', 'y12026', '20261'],
    ...['2026-11-22-01', '-0000', '?', '2026??', '2026?~', '2026-11?-22'],
  ])('refuses %j', (text) => expect(isEdtf(text)).toBe(false));

  it.each([
    '156X-12-25',
    '15XX-12',
    '1XXX',
    'XXXX',
    '2X26',
    '2026-X1',
    '2026-XX-11',
    '2004-06-XX/2004-07-03',
  ])('refuses %s, which only level 2 knows', (text) => expect(isEdtf(text)).toBe(false));

  const day = (year: number, month: number, of: number): number => numberOfDay({ year, month, day: of });

  it('tells the first and the last day that a date may mean', () => {
    expect(readEdtf('2024-02')).toEqual({ earliest: day(2024, 2, 1), latest: day(2024, 2, 29) });
    expect(readEdtf('202X?')).toEqual({ earliest: day(2020, 1, 1), latest: day(2029, 12, 31) });
    expect(readEdtf('-198X')).toEqual({ earliest: day(-1989, 1, 1), latest: day(-1980, 12, 31) });
    expect(readEdtf('2026-11-22T09:30:00Z')).toEqual({
      earliest: day(2026, 11, 22),
      latest: day(2026, 11, 22),
    });
    expect(readEdtf('2026-24')).toEqual({ earliest: day(2026, 12, 1), latest: day(2027, 2, 28) });
    expect(readEdtf('2026-11/..')).toEqual({ earliest: day(2026, 11, 1), latest: Infinity });
    expect(readEdtf('/2026-11')).toEqual({ earliest: -Infinity, latest: day(2026, 11, 30) });
  });
});
