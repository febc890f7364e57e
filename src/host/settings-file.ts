import { defaultSettings, settings, type Settings, type SettingsPatch } from '../contract/settings';
import { readJsonFile, writeJsonFile } from './json-file';
import { oneAtATime } from './one-at-a-time';

export interface SettingsFile {
  read(): Promise<Settings>;
  /** Changes some settings and answers with all of them. */
  write(patch: SettingsPatch): Promise<Settings>;
}

/** A person's settings in a file. It is read anew each time: the other host may have written it. */
export function settingsFile(file: string): SettingsFile {
  const inTurn = oneAtATime();
  const read = (): Promise<Settings> => readJsonFile(file, settings, defaultSettings);
  return {
    read: () => inTurn(read),
    write: (patch) =>
      inTurn(async () => {
        const before = await read();
        const after = settings.parse({
          ...before,
          ...patch,
          layout: { ...before.layout, ...patch.layout },
        });
        await writeJsonFile(file, after);
        return after;
      }),
  };
}
