/** Runs something after so many frames of the window. */
export function afterFrames(frames: number, run: () => void): void {
  requestAnimationFrame(() => (frames === 1 ? run() : afterFrames(frames - 1, run)));
}
