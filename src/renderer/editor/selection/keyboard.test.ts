import { describe, expect, it } from 'vitest';
import { selectionKeyFor } from './keyboard';

const none = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
const press = (keys: string): Parameters<typeof selectionKeyFor>[0] => {
  const parts = keys.split('+');
  return {
    ...none,
    code: parts.at(-1) ?? '',
    altKey: parts.includes('Alt'),
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Cmd'),
    shiftKey: parts.includes('Shift'),
  };
};

describe('keys that select', () => {
  it.each([
    ['Alt+Shift+ArrowLeft', false, { does: 'extend', unit: 'sentence', direction: 'backward' }],
    ['Ctrl+Shift+ArrowDown', false, { does: 'extend', unit: 'paragraph', direction: 'forward' }],
    ['Ctrl+Shift+ArrowRight', true, { does: 'extend', unit: 'sentence', direction: 'forward' }],
    ['Alt+Shift+ArrowUp', true, { does: 'extend', unit: 'paragraph', direction: 'backward' }],
    ['Ctrl+Home', false, { does: 'go-to-end', end: 'start', isExtending: false }],
    ['Ctrl+Shift+End', false, { does: 'go-to-end', end: 'end', isExtending: true }],
    ['Cmd+Shift+ArrowDown', true, { does: 'go-to-end', end: 'end', isExtending: true }],
  ] as const)('%s (on a Mac: %s) do %j', (keys, isMac, expected) => {
    expect(selectionKeyFor(press(keys), isMac)).toEqual(expected);
  });

  it('leave to the browser what it does itself, and to the shell what it means', () => {
    const others = [
      'ArrowLeft',
      'Shift+ArrowLeft',
      'Ctrl+Shift+ArrowLeft',
      'Home',
      'Shift+End',
      'KeyQ',
      'Tab',
    ];
    for (const keys of others) expect(selectionKeyFor(press(keys), false)).toBeNull();
    for (const keys of ['Alt+Shift+ArrowLeft', 'Cmd+ArrowLeft', 'Shift+ArrowDown']) {
      expect(selectionKeyFor(press(keys), true)).toBeNull();
    }
  });
});
