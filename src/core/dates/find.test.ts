import { describe, expect, it } from 'vitest';
import { datesIn } from './find';

const january = { year: 2024, month: 1, day: 10 };

describe('the dates that a sentence says', () => {
  it.each([
    ['Резолюцию приняли в ноябре, когда в ОДКБ председательствовала Армения.', ['в ноябре', '2023-11']],
    ['20 сентября 2023 года в г. Бишкеке состоялась встреча.', ['20 сентября 2023 года', '2023-09-20']],
    ['КМС насчитывают около 3800 человек.'],
    [
      'В период с 1 по 23 апреля 2024 года шли занятия.',
      ['В период с 1 по 23 апреля 2024 года', '2024-04-01/2024-04-23'],
    ],
    [
      'He said on Monday that talks began last week.',
      ['on Monday', '2024-01-08'],
      ['last week', '2024-01-01/2024-01-07'],
    ],
  ])('%s', (sentence, ...dates) => {
    expect(datesIn(sentence, january).map(({ words, edtf }) => [words, edtf])).toEqual(dates);
  });
});
