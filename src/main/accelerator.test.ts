import { expect, it } from 'vitest';
import { keymap } from '../contract/keymap';
import { acceleratorOf } from './accelerator';

it('names keys as Electron does', () => {
  expect(acceleratorOf('Mod+Shift+KeyZ')).toBe('CmdOrCtrl+Shift+Z');
  expect(acceleratorOf('Alt+ArrowDown')).toBe('Alt+Down');
  expect(acceleratorOf('Mod+Comma')).toBe('CmdOrCtrl+,');
  expect(acceleratorOf('Mod+Equal')).toBe('CmdOrCtrl+Plus');
  expect(acceleratorOf('F3')).toBe('F3');
});

it('leaves no name of the DOM in any key of the keymap', () => {
  const all = Object.values(keymap).flatMap(({ keys }) => keys.map(acceleratorOf));
  expect(all.filter((accelerator) => /Key|Digit|Arrow|Bracket|Mod/u.test(accelerator))).toEqual([]);
});
