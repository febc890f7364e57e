/** Runs work again and again, so many milliseconds apart. Answers with a function that ends it. */
export type Timer = (interval: number, work: () => void) => () => void;

/** The clock on the wall. It keeps no process alive that has nothing else to do. */
export const systemTimer: Timer = (interval, work) => {
  const timer = setInterval(work, interval);
  timer.unref();
  return () => clearInterval(timer);
};
