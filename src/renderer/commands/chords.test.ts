import { describe, expect, test } from 'vitest';
import { capsOf, matches, physicalKey, type Press } from './chords';

const press = (code: string, key: string, held: Partial<Press> = {}): Press => ({
  code,
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...held,
});

const ctrl = { ctrlKey: true };

describe('a chord', () => {
  test('with a modifier means the letter that the layout has there: Ctrl+Z on a German keyboard is on the Y key', () => {
    expect(matches('Mod+KeyZ', press('KeyY', 'z', ctrl), false)).toBe(true);
    expect(matches('Mod+KeyZ', press('KeyZ', 'y', ctrl), false)).toBe(false);
  });

  test('with a modifier means the physical key where the layout has no Latin letters', () => {
    expect(matches('Mod+KeyZ', press('KeyZ', 'я', ctrl), false)).toBe(true);
  });

  test('without a modifier means the physical key in every layout', () => {
    expect(matches('KeyN', press('KeyN', 'т'), false)).toBe(true);
    expect(matches('KeyN', press('KeyN', 'n'), false)).toBe(true);
    expect(matches('KeyN', press('KeyB', 'n'), false)).toBe(false);
  });

  test('of a character is wherever the layout has it', () => {
    expect(matches('?', press('Digit7', '?', { shiftKey: true }), false)).toBe(true);
    expect(matches('?', press('Slash', '?', { shiftKey: true }), false)).toBe(true);
  });

  test('wants exactly its own modifiers', () => {
    expect(matches('Mod+KeyZ', press('KeyZ', 'Z', { ...ctrl, shiftKey: true }), false)).toBe(false);
    expect(matches('Mod+Shift+KeyZ', press('KeyZ', 'Z', { ...ctrl, shiftKey: true }), false)).toBe(true);
    expect(matches('Tab', press('Tab', 'Tab', ctrl), false)).toBe(false);
  });

  test('has Command on a Mac where other systems have Control', () => {
    expect(matches('Mod+KeyK', press('KeyK', 'k', { metaKey: true }), true)).toBe(true);
    expect(matches('Mod+KeyK', press('KeyK', 'k', ctrl), true)).toBe(false);
  });

  test('is drawn as its keys, in the order in which the platform writes them', () => {
    const russian = (code: string): string => (code === 'KeyN' ? 'Т' : code);
    expect(capsOf('Mod+Shift+KeyZ', false, russian)).toEqual(['Ctrl', 'Shift', 'Z']);
    expect(capsOf('Mod+Shift+KeyZ', true, russian)).toEqual(['⇧', '⌘', 'Z']);
    expect(capsOf('KeyN', false, russian)).toEqual(['Т']);
  });
});

describe('the key of a type', () => {
  test('is a place on the keyboard, with Shift or without', () => {
    expect(physicalKey(press('KeyQ', 'й'))).toBe('KeyQ');
    expect(physicalKey(press('KeyQ', 'Й', { shiftKey: true }))).toBe('Shift+KeyQ');
  });

  test('is nothing with another modifier', () => {
    expect(physicalKey(press('KeyQ', 'q', ctrl))).toBeNull();
    expect(physicalKey(press('KeyQ', 'q', { altKey: true }))).toBeNull();
  });
});
