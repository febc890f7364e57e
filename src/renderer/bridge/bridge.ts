import type { Bridge } from '../../contract/bridge';

declare global {
  interface Window {
    /** Set by the host before the interface starts: by Electron's preload, or by the browser host's transport. */
    readonly postil: Bridge;
  }
}

/** Asks the engine or the host for something. Answers with the value, or with a problem that has a sentence. */
export const invoke: Bridge['invoke'] = (name, input) => window.postil.invoke(name, input);

/** Listens to what the engine and the host tell unasked. Answers with a function that ends the subscription. */
export const subscribe: Bridge['subscribe'] = (name, listener) => window.postil.subscribe(name, listener);
