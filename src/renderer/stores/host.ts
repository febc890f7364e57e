import { create } from 'zustand';
import type { HostDescription } from '../../contract/host-calls';

interface Host {
  /** Null until the host has described itself. */
  readonly host: HostDescription | null;
}

/** Where the interface runs. */
export const useHost = create<Host>(() => ({ host: null }));

/** Whether Command stands where other systems have Control. */
export const isMac = (): boolean => useHost.getState().host?.platform === 'darwin';

/** The same for components, which draw anew when the host has described itself. */
export const useIsMac = (): boolean => useHost((state) => state.host?.platform === 'darwin');

/** Whether files are uploaded and downloaded, since there are no native dialogs. */
export const isBrowser = (): boolean => useHost.getState().host?.host === 'browser';
