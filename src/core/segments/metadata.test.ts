import { describe, expect, it } from 'vitest';
import { measureOf, metadataFit, passes, type MetadataTest } from './metadata';

const between = (of: 'date' | 'number', from: string | null, to: string | null): MetadataTest => ({
  by: 'range',
  of,
  from,
  to,
});

describe('what is asked of the metadata of documents', () => {
  it('is a whole value, or a part of it whatever the case and «ё»', () => {
    expect(passes('ТАСС', { by: 'value', value: 'ТАСС' })).toBe(true);
    expect(passes('ТАСС, Москва', { by: 'value', value: 'ТАСС' })).toBe(false);
    expect(passes('ТАСС, Москва', { by: 'part', part: 'тасс' })).toBe(true);
    expect(passes('Королёв', { by: 'part', part: 'КОРОЛЕВ' })).toBe(true);
    expect(passes('РИА', { by: 'part', part: 'тасс' })).toBe(false);
  });

  it('is whether there is any, where only spaces are none', () => {
    expect(passes('РИА', { by: 'presence', has: 'any' })).toBe(true);
    expect(passes(' ', { by: 'presence', has: 'any' })).toBe(false);
    expect(passes('', { by: 'presence', has: 'none' })).toBe(true);
  });

  it('is a date between two days, both included, however it is written', () => {
    const november = between('date', '2023-11-01', '2023-11-30');
    for (const inside of ['2023-11-01', '30.11.2023', '2023-11-30T23:59:59Z', 'ноябрь 2023', '2023-11~'])
      expect(passes(inside, november), inside).toBe(true);
    for (const outside of ['2023-12-01', '31.10.2023', 'soon', ''])
      expect(passes(outside, november)).toBe(false);
    expect(passes('2031-01-01', between('date', '2023', null))).toBe(true);
    expect(passes('2022-12-31', between('date', '2023', null))).toBe(false);
    expect(passes('2023-06', between('date', null, '2023'))).toBe(true);
  });

  it('takes a date that is not known to the day where it may lie between them', () => {
    expect(passes('2023', between('date', '2023-06-01', '2023-06-30'))).toBe(true);
    expect(passes('2022', between('date', '2023-06-01', '2023-06-30'))).toBe(false);
  });

  it('is a number between two, by its size and not by its digits', () => {
    expect(passes('9', between('number', '2', '10'))).toBe(true);
    expect(passes('1 200,5', between('number', '1200', null))).toBe(true);
    expect(passes('11', between('number', '2', '10'))).toBe(false);
    expect(passes('ten', between('number', null, '10'))).toBe(false);
  });

  it('has to hold for each field, and of several tests of one field any', () => {
    const conditions = [
      { field: 'source', test: { by: 'value', value: 'ТАСС' } },
      { field: 'source', test: { by: 'presence', has: 'none' } },
      { field: 'date', test: between('date', '2024', null) },
    ] as const;
    expect(metadataFit({ date: '2024-01-01' }, conditions)).toBe(true);
    expect(metadataFit({ source: 'ТАСС', date: '2024-01-01' }, conditions)).toBe(true);
    expect(metadataFit({ source: 'РИА', date: '2024-01-01' }, conditions)).toBe(false);
    expect(metadataFit({ source: 'ТАСС' }, conditions)).toBe(false);
    expect(metadataFit({}, [])).toBe(true);
  });
});

describe('as what a field is compared', () => {
  it('is what most of its values are: years and days as dates, others as numbers', () => {
    expect(measureOf(['2023', '24.04.2024', '?'])).toBe('date');
    expect(measureOf(['12', '1300.5'])).toBe('number');
    expect(measureOf(['ТАСС', 'РИА', '12'])).toBeNull();
    expect(measureOf([])).toBeNull();
  });
});
