import { extname, isAbsolute, join, relative, sep } from 'node:path';

/** What the renderer's build consists of. Anything else is not served. */
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};

export interface RendererFile {
  readonly path: string;
  readonly contentType: string;
}

/**
 * The file of the renderer's folder that a URL's path names (`/` is its page), or null if it names none, or would
 * name one outside the folder.
 */
export function rendererFile(folder: string, pathname: string): RendererFile | null {
  const name = decoded(pathname);
  if (name === null || name.includes('\0') || name.includes('\\')) return null;
  const path = join(folder, name === '/' ? 'index.html' : name);
  const inside = relative(folder, path);
  if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return null;
  const contentType = contentTypes[extname(path)];
  return contentType ? { path, contentType } : null;
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
