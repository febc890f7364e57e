import type { Platform } from '../host/platform';
import type { Session } from '../host/session';
import type { Downloads } from './downloads';

/** What the browser host does in its own way: no dialogs, files handed over as downloads, one project per tab. */
export const browserPlatform = (session: Session, downloads: Downloads, quit: () => void): Platform => ({
  facts: { host: 'browser', nativeDialogs: false, versions: { node: process.versions.node } },
  askForNewProject: () => Promise.resolve(null),
  askForProject: () => Promise.resolve(null),
  askForFiles: () => Promise.resolve([]),
  askForTarget: (suggestedName) => downloads.target(suggestedName),
  showProject: (request) => session.show(request),
  handOver: (path) => Promise.resolve({ download: downloads.link(path) }),
  quit,
});
