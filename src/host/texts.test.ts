import { describe, expect, it } from 'vitest';
import { keymap, type CommandId } from '../contract/keymap';
import { hostTexts } from './texts';

describe('the texts of a host', () => {
  it('are in the first language of the list that is known', () => {
    expect(hostTexts('de-DE,ru;q=0.9,en;q=0.8').menu.file).toBe('Файл');
    expect(hostTexts('en-GB,ru').menu.file).toBe('File');
  });

  it('are in English where no language of the list is known', () => {
    expect(hostTexts('fr,de').menu.file).toBe('File');
    expect(hostTexts('').menu.file).toBe('File');
  });

  it('hold a title for every command, in both languages', () => {
    for (const language of ['en', 'ru']) {
      const { commandTitle } = hostTexts(language);
      const untitled = (Object.keys(keymap) as CommandId[]).filter((id) => commandTitle(id) === id);
      expect(untitled).toEqual([]);
    }
  });
});
