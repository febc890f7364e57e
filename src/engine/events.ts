import type { Events } from '../contract/events';

/** The events that an engine tells of its project; the others are the host's. */
export type EngineEvents = Pick<Events, 'changed' | 'coder' | 'progress' | 'occurrences' | 'replaced'>;

/** Receives every event of one engine in the order in which it happened. */
export type EngineListener = <Name extends keyof EngineEvents>(name: Name, event: EngineEvents[Name]) => void;

/** Tells every listener what happens in one project. */
export interface EventHub {
  emit: EngineListener;
  /** Answers with a function that ends the subscription. */
  subscribe(listener: EngineListener): () => void;
}

/** A hub without listeners. */
export function makeEventHub(): EventHub {
  const listeners = new Set<EngineListener>();
  return {
    emit: (name, event) => {
      for (const listener of listeners) listener(name, event);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
