/** Ctrl+C, and what ends a program from outside. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs `stop` when the process is asked to end. Answers with a function that leaves signals to Node again. */
export function onStopSignal(stop: () => void): () => void {
  for (const signal of signals) process.on(signal, stop);
  return () => {
    for (const signal of signals) process.off(signal, stop);
  };
}
