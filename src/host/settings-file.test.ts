import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../contract/settings';
import { temporaryFolder } from '../../tests/support/folder';
import { settingsFile } from './settings-file';

const newFile = (): string => join(temporaryFolder(), 'settings.json');

describe('settings', () => {
  it('have values that work before anybody has set them', async () => {
    expect(await settingsFile(newFile()).read()).toEqual(defaultSettings);
  });

  it('keep what a change does not name, and merge the layout by its keys', async () => {
    const file = settingsFile(newFile());
    await file.write({ textSize: 20, layout: { left: 200, right: 300 } });
    const after = await file.write({ language: 'ru', layout: { right: 350 } });
    expect(after).toEqual({
      ...defaultSettings,
      textSize: 20,
      language: 'ru',
      layout: { left: 200, right: 350 },
    });
    expect(await file.read()).toEqual(after);
  });

  it('lose none of many changes that are asked for at once', async () => {
    const file = settingsFile(newFile());
    const keys = Array.from({ length: 30 }, (_, number) => `key-${number}`);
    await Promise.all(keys.map((key) => file.write({ layout: { [key]: true } })));
    expect(Object.keys((await file.read()).layout)).toEqual(keys);
  });

  it('see what another host has written', async () => {
    const path = newFile();
    const [one, other] = [settingsFile(path), settingsFile(path)];
    await one.write({ theme: 'dark' });
    await other.write({ textSize: 24 });
    expect(await one.read()).toMatchObject({ theme: 'dark', textSize: 24 });
  });

  it('take the usual value for one that is not valid, and keep the others', async () => {
    const path = newFile();
    writeFileSync(path, JSON.stringify({ theme: 'mauve', textSize: 22 }));
    expect(await settingsFile(path).read()).toMatchObject({ theme: 'system', textSize: 22 });
  });
});
