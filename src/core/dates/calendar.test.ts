import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, dayOfNumber, daysIn, numberOfDay, weekdayOf } from './calendar';

describe('the calendar', () => {
  it('counts days as the clock of the system does', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (number) => {
        const date = new Date(number * 86_400_000);
        const day = {
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        };
        expect(dayOfNumber(number)).toEqual(day);
        expect(numberOfDay(day)).toBe(number);
        expect(weekdayOf(day) % 7).toBe(date.getUTCDay());
        expect(day.day).toBeLessThanOrEqual(daysIn(day.year, day.month));
      }),
    );
  });

  it('goes on over the ends of months and years', () => {
    expect(addDays({ year: 2023, month: 12, day: 31 }, 1)).toEqual({ year: 2024, month: 1, day: 1 });
    expect(addDays({ year: 2024, month: 3, day: 1 }, -1)).toEqual({ year: 2024, month: 2, day: 29 });
    expect(addMonths({ year: 2024, month: 1 }, -1)).toEqual({ year: 2023, month: 12 });
    expect(addMonths({ year: 2023, month: 11 }, 14)).toEqual({ year: 2025, month: 1 });
  });
});
