import { describe, expect, it } from 'vitest';
import { FreeNames, safeFileName } from './file-names';

describe('The name of a file', () => {
  it('stays as it is where every system takes it', () => {
    expect(safeFileName('Интервью 3 (second part).txt', 80)).toBe('Интервью 3 (second part).txt');
  });

  it('has nothing in it that some system does not take', () => {
    expect(safeFileName('a/b\\c:d*e?f"g<h>i|j\u0000k', 80)).toBe('a_b_c_d_e_f_g_h_i_j_k');
  });

  it('neither hides the file nor leads out of its folder', () => {
    expect(['.hidden', '.', '..', ''].map((name) => safeFileName(name, 80))).toEqual([
      '_hidden',
      '_',
      '_',
      '_',
    ]);
  });

  it('ends with what Windows leaves at its end, and is none of its devices', () => {
    expect(['end. ', 'con', 'LPT1.txt', 'console'].map((name) => safeFileName(name, 80))).toEqual([
      'end_',
      '_con',
      '_LPT1.txt',
      'console',
    ]);
  });

  it('is shortened without cutting a character in two', () => {
    expect(safeFileName('😀😀😀', 2)).toBe('😀😀');
  });

  it('gets a number where another file has it, with whatever capitals', () => {
    const free = new FreeNames((name, number) => `${name} (${number})`, ['Index']);
    expect(['index', 'a', 'A', 'a (2)'].map((name) => free.take(name))).toEqual([
      'index (2)',
      'a',
      'A (2)',
      'a (2) (2)',
    ]);
  });
});
