/** How long work may hold the event loop, in milliseconds. */
export const longestHold = 12;

/** Settles when the event loop has come round: what waited has been answered. */
export const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/** To be awaited after every item of long work: lets the engine answer other calls where it was held for long enough. */
export function makeBreath(): () => Promise<void> {
  let heldSince = performance.now();
  return async () => {
    if (performance.now() - heldSince < longestHold) return;
    await nextTurn();
    heldSince = performance.now();
  };
}
