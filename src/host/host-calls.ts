import { resolve } from 'node:path';
import type { Handlers } from '../contract/call';
import type { HostCalls } from '../contract/host-calls';
import { readSource } from '../engine/codebooks/read-file';
import { describeReadyMade } from '../engine/codebooks/ready-made';
import { ok, type Result } from '../core/result';
import { version } from '../../package.json';
import { placeOfNewProject, type Host } from './host';
import type { Platform } from './platform';
import type { Session } from './session';

/** Answers the host's calls of one window. */
export function hostHandlers(host: Host, session: Session, platform: Platform): Handlers<HostCalls> {
  async function remember(shown: Result<string>): Promise<Result<{ readonly path: string }>> {
    if (!shown.ok) return shown;
    await host.remember(shown.value);
    return ok({ path: shown.value });
  }

  return {
    'host.describe': () =>
      Promise.resolve(
        ok({
          ...platform.facts,
          platform: knownPlatform(),
          version,
          projectsFolder: host.folders.projects,
          project: session.project?.path ?? null,
          refusal: session.refusal,
        }),
      ),
    'host.quit': () => {
      platform.quit();
      return Promise.resolve(ok(null));
    },

    'settings.read': async () => ok(await host.settings.read()),
    'settings.write': async ({ patch }) => ok(await host.changeSettings(patch)),

    'projects.recent': async () => ok(await host.recent.list()),
    'projects.forget': async ({ path }) => {
      await host.recent.forget(path);
      return ok(null);
    },
    'projects.create': async ({ path, codebook }) => {
      const chosen = path ?? (await platform.askForNewProject());
      if (chosen === null) return ok(null);
      const place = await placeOfNewProject(chosen, host.folders.projects);
      if (!place.ok) return place;
      return remember(
        await platform.showProject({ make: 'new', path: place.value, how: 'normally', codebook }),
      );
    },
    'projects.open': async ({ path, how }) => {
      const chosen = path ?? (await platform.askForProject());
      if (chosen === null) return ok(null);
      return remember(
        await platform.showProject({
          make: 'existing',
          path: resolve(host.folders.projects, chosen),
          how,
        }),
      );
    },
    'projects.close': async () => {
      await session.leave();
      return ok(null);
    },

    'codebooks.readyMade': () => Promise.resolve(ok(describeReadyMade())),
    'codebooks.look': (beginning) => {
      const read = readSource(beginning);
      return Promise.resolve(
        read.ok ? ok({ types: read.value.codebook.types.length, warnings: read.value.warnings }) : read,
      );
    },

    'files.pick': async ({ folders }) => ok(await platform.askForFiles(folders)),
    'files.stage': async ({ files }) => ok(await host.staging.keep(files)),
    'files.target': async ({ suggestedName }) => ok(await platform.askForTarget(suggestedName)),
    'files.reveal': async ({ path }) => ok(await platform.handOver(path)),
  };
}

/** Other systems that Node runs on are treated as Linux. */
function knownPlatform(): 'darwin' | 'win32' | 'linux' {
  return process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';
}
