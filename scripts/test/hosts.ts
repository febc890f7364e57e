import type { Runtime } from '../electron/choose.ts';

/** A host of the end-to-end tests; its name is that of its project in playwright.config.ts. */
export type HostName = 'browser' | 'electron';

export type HostPlan =
  | { readonly name: HostName; readonly runs: true }
  | { readonly name: HostName; readonly runs: false; readonly why: string };

/** What end-to-end tests find on a machine, after what could be installed was installed. */
export interface Equipment {
  readonly browser: string | undefined;
  /** Whether a display is there, or a virtual one can be started. */
  readonly display: boolean;
  readonly runtime: Runtime;
}

/** Which hosts the end-to-end tests run on, and why not on the others. */
export function planHosts({ browser, display, runtime }: Equipment): HostPlan[] {
  return [
    browser
      ? { name: 'browser', runs: true }
      : {
          name: 'browser',
          runs: false,
          why: 'no Chromium or Chrome was found or could be installed (CHROME_PATH may name one)',
        },
    planElectron(display, runtime),
  ];
}

function planElectron(display: boolean, runtime: Runtime): HostPlan {
  const name = 'electron';
  if (!runtime.found) return { name, runs: false, why: runtime.why };
  if (!display)
    return { name, runs: false, why: 'there is no display, and no xvfb-run to start a virtual one' };
  return { name, runs: true };
}

/** The hosts that POSTIL_REQUIRE_HOSTS names (`browser,electron`): a run in which one of them did nothing fails. */
export function requiredHosts(environment: NodeJS.ProcessEnv): string[] {
  return (environment['POSTIL_REQUIRE_HOSTS'] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
