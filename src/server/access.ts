import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Who may talk to the server: the one browser that was given its address. */
export interface Access {
  /** A secret for an address. Each can be exchanged once. */
  makeToken(): string;
  /** Exchanges a token for the value of a `Set-Cookie` header; null where it is none, or was used before. */
  exchange(token: string): string | null;
  /** Whether the request carries the cookie that a token was exchanged for. */
  hasCookie(headers: IncomingHttpHeaders): boolean;
}

/** Makes the secrets of one server. The cookie's name holds the port, because cookies do not know ports. */
export function makeAccess(port: number): Access {
  const name = `postil-${port}`;
  const secret = makeSecret();
  const tokens = new Set<string>();
  return {
    makeToken() {
      const token = makeSecret();
      tokens.add(token);
      return token;
    },
    exchange(token) {
      const known = [...tokens].find((candidate) => isSameSecret(candidate, token));
      if (known === undefined) return null;
      tokens.delete(known);
      return `${name}=${secret}; HttpOnly; SameSite=Strict; Path=/`;
    },
    hasCookie: (headers) =>
      cookies(headers).some(([key, value]) => key === name && isSameSecret(secret, value)),
  };
}

/** The names under which a browser on this machine can reach the server. */
const hostNames = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Whether a request was meant for this server. A page elsewhere whose name was made to point to this machine (DNS
 * rebinding) sends its own name as the host.
 */
export const isOwnHost = (headers: IncomingHttpHeaders, port: number): boolean =>
  hostNames.some((name) => headers.host === `${name}:${port}`);

/** Whether a request comes from a page of this server. Browsers send the origin with all that changes something. */
export const isOwnOrigin = (headers: IncomingHttpHeaders): boolean =>
  headers.host !== undefined && headers.origin === `http://${headers.host}`;

const makeSecret = (): string => randomBytes(32).toString('base64url');

/** Compares without telling, by the time that it takes, how much was right. */
function isSameSecret(secret: string, given: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(secret), digest(given));
}

function cookies({ cookie = '' }: IncomingHttpHeaders): readonly (readonly [name: string, value: string])[] {
  return cookie.split(';').map((pair) => {
    const equals = pair.indexOf('=');
    return [pair.slice(0, equals).trim(), pair.slice(equals + 1).trim()];
  });
}
