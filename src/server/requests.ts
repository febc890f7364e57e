import type { IncomingMessage, ServerResponse } from 'node:http';
import { isOwnHost, isOwnOrigin, type Access } from './access';
import { downloadsPath, type Downloads } from './downloads';
import { safeHeaders } from './headers';
import { sendPage } from './pages';
import { hostTexts } from '../host/texts';
import { uploadsPath, type ReceiveUpload } from './uploads';

export interface Routes {
  readonly port: number;
  readonly access: Access;
  readonly rendererFolder: string;
  /** The path and query of the page that is shown first. */
  readonly firstPage: string;
  readonly downloads: Downloads;
  readonly receiveUpload: ReceiveUpload;
}

/** Answers one HTTP request. Whoever has no cookie learns nothing but that. */
export async function answerRequest(
  routes: Routes,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { headers, method } = request;
  if (!isOwnHost(headers, routes.port)) {
    refuse(response, 421);
    return;
  }
  const url = new URL(request.url ?? '/', `http://127.0.0.1:${routes.port}`);

  const token = url.searchParams.get('token');
  if (method === 'GET' && url.pathname === '/' && token !== null) {
    const cookie = routes.access.exchange(token);
    if (cookie !== null) {
      redirect(response, routes.firstPage, { 'Set-Cookie': cookie });
      return;
    }
    // An address that is opened again in the same browser still leads to the application.
    if (routes.access.hasCookie(headers)) {
      redirect(response, routes.firstPage);
      return;
    }
    refuse(response, 403, headers['accept-language']);
    return;
  }

  if (!routes.access.hasCookie(headers)) {
    refuse(response, 403, headers['accept-language']);
    return;
  }
  if (method === 'PUT' && url.pathname.startsWith(uploadsPath)) {
    if (!isOwnOrigin(headers)) {
      refuse(response, 403);
      return;
    }
    return routes.receiveUpload(url.pathname, request, response);
  }
  if (method !== 'GET' && method !== 'HEAD') {
    refuse(response, 405);
    return;
  }
  if (url.pathname.startsWith(downloadsPath)) return routes.downloads.send(url.pathname, response);
  return sendPage(routes.rendererFolder, url.pathname, response);
}

function redirect(
  response: ServerResponse,
  to: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(303, { ...safeHeaders, ...headers, Location: to, 'Cache-Control': 'no-store' }).end();
}

/** Refuses; with a sentence for a person where the language of one is known. */
function refuse(response: ServerResponse, status: number, languages?: string): void {
  response.writeHead(status, { ...safeHeaders, 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(languages === undefined ? undefined : hostTexts(languages).server.addressUsed);
}
