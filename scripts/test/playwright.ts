import { join } from 'node:path';
import { hasDisplay } from '../electron/choose.ts';
import { obtainRuntime } from '../electron/runtime.ts';
import { run, type Ended } from '../run.ts';
import { findBrowser, isOnPath } from './browser.ts';
import { planHosts, type HostPlan } from './hosts.ts';
import { thisSystem } from './system.ts';

/** Playwright, ready to drive the hosts that this machine can run. */
export interface Equipped {
  readonly plans: readonly HostPlan[];
  /** Runs Playwright's command line, with the browser that was found and a display for it. */
  readonly playwright: (args: readonly string[], environment?: NodeJS.ProcessEnv) => Promise<Ended>;
}

/** Finds a browser, an Electron runtime and a display, and installs what is missing where it may. */
export function equip(root: string): Equipped {
  const system = thisSystem(process.env);
  const runtime = obtainRuntime(root, process.env);
  const browser =
    findBrowser(process.env) ??
    (system.canInstall && system.install('chromium') ? findBrowser(process.env) : undefined);
  const shown = hasDisplay(process.platform, process.env);
  const virtual =
    !shown && (isOnPath('xvfb-run', process.env) || (system.canInstall && system.install('xvfb')));
  const display = virtual ? ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24'] : [];
  const command = [...display, process.execPath, join(root, 'node_modules/@playwright/test/cli.js')];
  return {
    plans: planHosts({ browser, display: shown || virtual, runtime }),
    playwright: (args, environment = {}) => {
      const [program = '', ...rest] = [...command, ...args];
      const env = { ...process.env, ...(browser ? { POSTIL_CHROMIUM: browser } : {}), ...environment };
      return run(program, rest, { cwd: root, env });
    },
  };
}

/** One sentence for each host that is left out. */
export const leftOut = (plans: readonly HostPlan[], what: string): { name: string; sentence: string }[] =>
  plans.flatMap((plan) =>
    plan.runs
      ? []
      : [{ name: plan.name, sentence: `The ${what} were not run in the ${plan.name} host: ${plan.why}.` }],
  );
