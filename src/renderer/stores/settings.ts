import { create } from 'zustand';
import { defaultSettings, type Settings, type SettingsPatch } from '../../contract/settings';
import type { Json } from '../../core/model/origin';
import { invoke, subscribe } from '../bridge/bridge';
import { report } from './notices';

/** A person's preferences as the host keeps them. Other windows' changes arrive by themselves. */
export const useSettings = create<Settings>(() => defaultSettings);

/** Reads the preferences and keeps them up to date. Answers with a function that stops that. */
export async function startSettings(): Promise<() => void> {
  const stop = subscribe('settings', (settings) => useSettings.setState(settings, true));
  const read = await invoke('settings.read', {});
  if (read.ok) useSettings.setState(read.value, true);
  else report(read.problem);
  return stop;
}

/** Changes some preferences, for every window. */
export async function changeSettings(patch: SettingsPatch): Promise<void> {
  const written = await invoke('settings.write', { patch });
  if (written.ok) useSettings.setState(written.value, true);
  else report(written.problem);
}

/** Remembers something of the interface's layout under a name of its own. */
export const remember = (key: string, value: Json): Promise<void> => {
  useSettings.setState((settings) => ({ layout: { ...settings.layout, [key]: value as never } }));
  return changeSettings({ layout: { [key]: value as never } });
};

/** What was remembered under a name, if it has the wanted form. */
export function remembered<Value>(
  key: string,
  isWanted: (value: unknown) => value is Value,
): Value | undefined {
  const value: unknown = useSettings.getState().layout[key];
  return isWanted(value) ? value : undefined;
}
