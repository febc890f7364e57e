import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { contentSecurityPolicy } from '../host/content-security-policy';
import { rendererFile } from '../host/renderer-files';

/** Where the interface lives. Nothing else has this origin, and it is the only one that is listened to. */
export const appOrigin = 'app://postil';
export const appPage = `${appOrigin}/`;

/** Makes `app:` an origin of its own with the rights of `https:`. To be called before the application is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Answers `app://postil/…` from the built renderer's folder, and nothing outside it. */
export function serveRenderer(folder: string): void {
  protocol.handle('app', async ({ method, url }) => {
    const { host, pathname } = new URL(url);
    const file = host === 'postil' && method === 'GET' ? rendererFile(folder, pathname) : null;
    const contents = file && (await readFile(file.path).catch(() => null));
    if (!contents) return new Response(null, { status: 404 });
    return new Response(contents, {
      headers: {
        'Content-Type': file.contentType,
        'Content-Security-Policy': contentSecurityPolicy,
        'X-Content-Type-Options': 'nosniff',
      },
    });
  });
}
