import { describe, expect, it } from 'vitest';
import { chooseHost, hasDisplay, type Machine } from './choose.ts';

const desktop: Machine = {
  platform: 'linux',
  isRoot: false,
  hasDisplay: true,
  obtainRuntime: () => ({ found: true, executable: '/opt/electron/electron' }),
};

describe('the host that npm start opens', () => {
  it('is Electron where its runtime is there and a window can be shown', () => {
    expect(chooseHost(desktop)).toEqual({ name: 'electron', executable: '/opt/electron/electron' });
  });

  it('is the browser for root on Linux, where the sandbox refuses', () => {
    expect(chooseHost({ ...desktop, isRoot: true })).toEqual({
      name: 'browser',
      why: 'Electron does not start as root',
    });
  });

  it('is Electron for root on macOS, where the sandbox does not mind', () => {
    expect(chooseHost({ ...desktop, platform: 'darwin', isRoot: true }).name).toBe('electron');
  });

  it('is the browser where there is no display', () => {
    expect(chooseHost({ ...desktop, hasDisplay: false })).toEqual({
      name: 'browser',
      why: 'there is no display',
    });
  });

  it('is the browser where the runtime is missing, and says why it is', () => {
    const runtime = { found: false, why: 'its runtime could not be downloaded' } as const;
    expect(chooseHost({ ...desktop, obtainRuntime: () => runtime })).toEqual({
      name: 'browser',
      why: runtime.why,
    });
  });

  it('is known without a download where no window could be shown anyway', () => {
    const obtainRuntime = () => {
      throw new Error('nothing should be downloaded');
    };
    expect(chooseHost({ ...desktop, isRoot: true, obtainRuntime }).name).toBe('browser');
    expect(chooseHost({ ...desktop, hasDisplay: false, obtainRuntime }).name).toBe('browser');
  });
});

describe('a display', () => {
  it('is announced by X11 or by Wayland on Linux', () => {
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
    expect(hasDisplay('linux', {})).toBe(false);
    expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false);
  });

  it('is taken for granted on macOS and Windows', () => {
    expect(hasDisplay('darwin', {})).toBe(true);
    expect(hasDisplay('win32', {})).toBe(true);
  });
});
