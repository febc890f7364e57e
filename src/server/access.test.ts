import { describe, expect, it } from 'vitest';
import { isOwnHost, isOwnOrigin, makeAccess } from './access';

describe('a token', () => {
  it('is exchanged once for a cookie that only its own server knows', () => {
    const access = makeAccess(4711);
    const token = access.makeToken();
    const cookie = access.exchange(token)?.split(';')[0];
    expect(access.exchange(token)).toBeNull();
    expect(access.hasCookie({ cookie })).toBe(true);
    expect(access.hasCookie({ cookie: `other=1; ${cookie}; more=2` })).toBe(true);
    expect(makeAccess(4711).hasCookie({ cookie })).toBe(false);
  });

  it('is hard to guess and never twice the same', () => {
    const access = makeAccess(1);
    const tokens = Array.from({ length: 50 }, () => access.makeToken());
    expect(new Set(tokens).size).toBe(50);
    expect(Math.min(...tokens.map(({ length }) => length))).toBeGreaterThanOrEqual(43);
    expect(access.exchange('')).toBeNull();
    expect(access.exchange('x'.repeat(43))).toBeNull();
  });

  it('leaves other tokens as they are', () => {
    const access = makeAccess(1);
    const [first, second] = [access.makeToken(), access.makeToken()];
    expect(access.exchange(first)).not.toBeNull();
    expect(access.exchange(second)).not.toBeNull();
  });
});

it('knows its own host under every name of this machine, and no other', () => {
  for (const host of ['127.0.0.1:80', 'localhost:80', '[::1]:80']) expect(isOwnHost({ host }, 80)).toBe(true);
  for (const host of ['127.0.0.1:81', '127.0.0.1', 'evil.example:80', 'localhost.evil.example:80', undefined])
    expect(isOwnHost({ host }, 80)).toBe(false);
});

it('knows its own pages by their origin', () => {
  const host = '127.0.0.1:80';
  expect(isOwnOrigin({ host, origin: 'http://127.0.0.1:80' })).toBe(true);
  for (const origin of [
    'http://127.0.0.1:81',
    'https://127.0.0.1:80',
    'http://localhost:80',
    'null',
    undefined,
  ])
    expect(isOwnOrigin({ host, origin })).toBe(false);
});
