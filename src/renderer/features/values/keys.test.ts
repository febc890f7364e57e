import { describe, expect, test } from 'vitest';
import { nextValue } from './keys';

const choices = ['a', 'b', 'c'].map((value) => ({ value, names: {} }));

describe('the key of an attribute', () => {
  test('goes through the choices and round to the first', () => {
    const next = (value?: string) => nextValue({ domain: { kind: 'one-of', choices } }, value);
    expect([undefined, 'a', 'c', 'gone'].map(next)).toEqual(['a', 'b', 'a', 'a']);
  });

  test('says yes first, then no, then yes again', () => {
    const next = (value?: boolean) => nextValue({ domain: { kind: 'yes-no' } }, value);
    expect([undefined, true, false].map(next)).toEqual([true, false, true]);
  });

  test('leaves to the control what has to be typed or chosen', () => {
    for (const kind of ['date', 'text', 'number', 'vocabulary'] as const)
      expect(nextValue({ domain: { kind } }, undefined)).toBeUndefined();
    expect(nextValue({ domain: { kind: 'several-of', choices } }, undefined)).toBeUndefined();
  });
});
