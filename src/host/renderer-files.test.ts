import { describe, expect, it } from 'vitest';
import { rendererFile } from './renderer-files';

describe('a file of the interface', () => {
  it('is named by the path of its address', () => {
    expect(rendererFile('/out/renderer', '/')?.path).toBe('/out/renderer/index.html');
    expect(rendererFile('/out/renderer', '/assets/index-1.js')).toEqual({
      path: '/out/renderer/assets/index-1.js',
      contentType: 'text/javascript; charset=utf-8',
    });
    expect(rendererFile('/out/renderer', '/assets/%C3%A9.css')?.path).toBe('/out/renderer/assets/é.css');
  });

  it.each([
    '/../main/index.js',
    '/%2e%2e/main/index.js',
    '/..%2fmain/index.js',
    '/assets/../../main/index.js',
    '/..%5cmain%5cindex.js',
    '/..',
    '/%00.js',
    '/%zz.js',
    '/assets',
    '/assets/program.exe',
    '/../renderer-of-another/index.html',
  ])('is none for %s', (pathname) => {
    expect(rendererFile('/out/renderer', pathname)).toBeNull();
  });
});
