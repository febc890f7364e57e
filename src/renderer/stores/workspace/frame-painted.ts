/** Milliseconds after which a window that paints no frames, being hidden or covered, is not waited for. */
const longest = 100;

/** Settles when the next frame has been handed over for painting. */
export const framePainted = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    const handOver = (): void => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      // Comes after all that the frame itself has to do, unlike its callback.
      port2.postMessage(null);
    };
    const timer = setTimeout(handOver, longest);
    const frame = requestAnimationFrame(handOver);
  });
