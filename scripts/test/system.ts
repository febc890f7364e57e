import { spawnSync } from 'node:child_process';
import { isOnPath } from './browser.ts';

/** What the choice of hosts may ask of the machine. */
export interface System {
  readonly canInstall: boolean;
  /** Installs one of the distribution's packages; whether that worked. */
  readonly install: (name: string) => boolean;
}

/** Packages come from apt-get, which is there on Debian and its kin, and obeys root alone. */
export function thisSystem(environment: NodeJS.ProcessEnv): System {
  return {
    canInstall: process.getuid?.() === 0 && isOnPath('apt-get', environment),
    install: (name) => {
      console.log(`Installing the package ${name}…`);
      const env = { ...environment, DEBIAN_FRONTEND: 'noninteractive' };
      spawnSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore' });
      const { status } = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], {
        env,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      return status === 0;
    },
  };
}
