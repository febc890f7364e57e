import { afterEach, describe, expect, it, vi } from 'vitest';
import { emptyWorkspace } from '../../../../tests/support/workspace';
import {
  changeWorkspace,
  commitToWorkspace,
  setWorkspace,
  useWorkspaceState,
  workspace,
  type Workspace,
} from './workspace';

/** A window whose frames are painted when the test says so; the browser's own part. */
function paintsFrames(): () => void {
  const asked: FrameRequestCallback[] = [];
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => asked.push(callback));
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
  return () => {
    for (const callback of asked.splice(0)) callback(0);
  };
}

const shown = (): Workspace | null => useWorkspaceState.getState().workspace;
const again = (before: Workspace): Workspace => ({ ...before });

describe('the workspace after a committed change', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
    setWorkspace(null);
  });

  it('has the change at once, and shows it to components when the frame with the text is painted', async () => {
    const paint = paintsFrames();
    setWorkspace(emptyWorkspace);
    const settled = commitToWorkspace(again);
    expect(workspace()).not.toBe(emptyWorkspace);
    expect(shown()).toBe(emptyWorkspace);
    paint();
    await settled;
    expect(shown()).toBe(workspace());
  });

  it('shows several changes of one frame together', async () => {
    const paint = paintsFrames();
    setWorkspace(emptyWorkspace);
    const shownStates: (Workspace | null)[] = [];
    const stop = useWorkspaceState.subscribe((state) => shownStates.push(state.workspace));
    const both = Promise.all([commitToWorkspace(again), commitToWorkspace(again)]);
    paint();
    await both;
    stop();
    expect(shownStates).toEqual([workspace()]);
  });

  it('shows what is read anew at once, with the change before it', () => {
    paintsFrames();
    setWorkspace(emptyWorkspace);
    void commitToWorkspace(again);
    changeWorkspace(again);
    expect(shown()).toBe(workspace());
  });

  it('shows a change in a window that paints no frames', async () => {
    paintsFrames();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    setWorkspace(emptyWorkspace);
    const settled = commitToWorkspace(again);
    vi.runAllTimers();
    await settled;
    expect(shown()).toBe(workspace());
  });

  it('stays without a project where none is open', async () => {
    const paint = paintsFrames();
    const settled = commitToWorkspace(again);
    paint();
    await settled;
    expect(shown()).toBeNull();
  });
});
