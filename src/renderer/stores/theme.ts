import { useSyncExternalStore } from 'react';
import { useSettings } from './settings';

const dark = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)');

function subscribe(listener: () => void): () => void {
  const query = dark();
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** The theme that is shown: the chosen one, or that of the system. */
export function useTheme(): 'light' | 'dark' {
  const chosen = useSettings((settings) => settings.theme);
  const isSystemDark = useSyncExternalStore(subscribe, () => dark().matches);
  return chosen === 'system' ? (isSystemDark ? 'dark' : 'light') : chosen;
}
