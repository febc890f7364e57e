/** What decides whether Postil can open a window of its own on this machine. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  /** Chromium's sandbox refuses to start for root on Linux. */
  readonly isRoot: boolean;
  readonly hasDisplay: boolean;
  /** Asked only where a window could be shown, since the answer may take a download. */
  readonly obtainRuntime: () => Runtime;
}

/** Electron's executable, or why there is none. */
export type Runtime =
  { readonly found: true; readonly executable: string } | { readonly found: false; readonly why: string };

export type Host =
  | { readonly name: 'electron'; readonly executable: string }
  | { readonly name: 'browser'; readonly why: string };

/** Electron wherever it can run; else the browser host, with the reason as the second half of a sentence. */
export function chooseHost(machine: Machine): Host {
  if (machine.platform === 'linux' && machine.isRoot)
    return { name: 'browser', why: 'Electron does not start as root' };
  if (!machine.hasDisplay) return { name: 'browser', why: 'there is no display' };
  const runtime = machine.obtainRuntime();
  if (!runtime.found) return { name: 'browser', why: runtime.why };
  return { name: 'electron', executable: runtime.executable };
}

/** Whether windows can be shown: always on macOS and Windows; on Linux where X11 or Wayland is announced. */
export function hasDisplay(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): boolean {
  if (platform !== 'linux') return true;
  return Boolean(environment['DISPLAY']) || Boolean(environment['WAYLAND_DISPLAY']);
}
