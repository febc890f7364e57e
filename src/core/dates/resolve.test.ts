import { describe, expect, it } from 'vitest';
import { anchorOf, resolveDate, type Anchor } from './resolve';

/** A Wednesday. */
const today: Anchor = { year: 2024, month: 4, day: 24 };
const january: Anchor = { year: 2024, month: 1, day: null };
const thatYear: Anchor = { year: 2024, month: null, day: null };

describe('words about a date', () => {
  it.each([
    ['14\u00a0сентября 2023\u00a0г.', '2023-09-14'],
    ['20 сентября 2023 года', '2023-09-20'],
    ['24.04.2024', '2024-04-24'],
    ['в ноябре 2023 года', '2023-11'],
    ['в 2023 году', '2023'],
    ['2023г.', '2023'],
    ['осенью 2023 года', '2023-23'],
    ['в 1990-х годах', '199X'],
    ['в четверг, 23 ноября 2023 года', '2023-11-23'],
    ['23 ноября 2023-го', '2023-11-23'],
    ['23rd of November 2023', '2023-11-23'],
    ['on Thursday, November 23, 2023', '2023-11-23'],
    ['Nov. 23, 2023', '2023-11-23'],
    ['In November 2023', '2023-11'],
    ['the 1990s', '199X'],
    ['around 2019', '2019~'],
    ['в начале ноября 2023 года', '2023-11~'],
    ['mid-November 2023', '2023-11~'],
    ['возможно, в 2019 году', '2019?'],
    ['с 1 по 23 апреля 2024 года', '2024-04-01/2024-04-23'],
    ['1–23 апреля 2024 года', '2024-04-01/2024-04-23'],
    ['с 28 декабря по 3 января 2024 года', '2023-12-28/2024-01-03'],
    ['2019–2021 годы', '2019/2021'],
    ['from 2019 to 2021', '2019/2021'],
    ['between May and November 2023', '2023-05/2023-11'],
    ['2023-11-23', '2023-11-23'],
  ])('that need no other date: “%s” is %s', (words, edtf) => {
    expect(resolveDate(words, null)).toBe(edtf);
  });

  it.each([
    ['сегодня', '2024-04-24'],
    ['вчера', '2024-04-23'],
    ['позавчера', '2024-04-22'],
    ['накануне', '2024-04-23'],
    ['послезавтра', '2024-04-26'],
    ['the day before yesterday', '2024-04-22'],
    ['tomorrow', '2024-04-25'],
    ['сегодня, 24 апреля', null],
    ['в прошлом году', '2023'],
    ['прошлого года', '2023'],
    ['в позапрошлом году', '2022'],
    ['в этом месяце', '2024-04'],
    ['next month', '2024-05'],
    ['last week', '2024-04-15/2024-04-21'],
    ['на этой неделе', '2024-04-22/2024-04-28'],
    ['в пятницу', '2024-04-19'],
    ['on Wednesday', '2024-04-24'],
    ['last Wednesday', '2024-04-17'],
    ['next Friday', '2024-04-26'],
    ['в следующую среду', '2024-05-01'],
    ['23 ноября', '2023-11-23'],
    ['8 мая', '2024-05-08'],
    ['May 8', '2024-05-08'],
    ['в ноябре', '2023-11'],
    ['в мае', '2024-05'],
    ['в ноябре этого года', '2024-11'],
    ['в ноябре прошлого года', '2023-11'],
    ['last November', '2023-11'],
    ['next March', '2025-03'],
    ['прошлой осенью', '2023-23'],
    ['прошлой зимой', '2023-24'],
    ['next spring', '2025-21'],
    ['весной', '2024-21'],
    ['два дня назад', '2024-04-22'],
    ['неделю назад', '2024-04-17~'],
    ['3 weeks ago', '2024-04-03~'],
    ['a year ago', '2023'],
    ['через полгода', '2024-10'],
    ['in two days', '2024-04-26'],
    ['с 1 по 23 апреля', '2024-04-01/2024-04-23'],
    ['в конце прошлого года', '2023~'],
    ['with friends', null],
    ['два дня', null],
    ['31 ноября', null],
    ['', null],
    ['«»', null],
  ])('are counted from the day of the document: “%s” is %s', (words, edtf) => {
    expect(resolveDate(words, today)).toBe(edtf);
  });

  it('are resolved as far as the document’s own date is known', () => {
    expect(resolveDate('в ноябре', january)).toBe('2023-11');
    expect(resolveDate('в прошлом месяце', january)).toBe('2023-12');
    expect(resolveDate('вчера', january)).toBeNull();
    expect(resolveDate('в пятницу', january)).toBeNull();
    expect(resolveDate('в ноябре', thatYear)).toBe('2024-11');
    expect(resolveDate('last November', thatYear)).toBeNull();
    expect(resolveDate('в прошлом году', thatYear)).toBe('2023');
    expect(resolveDate('в прошлом году', null)).toBeNull();
    expect(resolveDate('23 ноября', null)).toBeNull();
  });
});

describe('the date of a document', () => {
  it.each([
    ['2024-04-24', { year: 2024, month: 4, day: 24 }],
    ['2024-04-24T10:00:00Z', { year: 2024, month: 4, day: 24 }],
    ['24.04.2024', { year: 2024, month: 4, day: 24 }],
    ['24 апреля 2024 г.', { year: 2024, month: 4, day: 24 }],
    ['2024-04', { year: 2024, month: 4, day: null }],
    ['2024?', { year: 2024, month: null, day: null }],
    ['2024-04-01/2024-04-24', { year: 2024, month: 4, day: null }],
  ])('is read from %s', (text, anchor) => expect(anchorOf(text)).toEqual(anchor));

  it.each(['', 'вчера', '202X', '2024/..', '31.02.2024', '2023/2024'])('is not known from %j', (text) =>
    expect(anchorOf(text)).toBeNull(),
  );
});
