// Makes `window.postil` before the interface starts: imported for this effect, and first.
import type { Bridge, TextBridge } from '../../contract/bridge';
import { bridgeOverText } from './text-bridge';
import { bridgeOverWebSocket } from './web-socket-bridge';

declare global {
  interface Window {
    /** Set by Electron's preload; missing in a browser. */
    readonly postilHost?: TextBridge;
  }
}

const bridge: Bridge = window.postilHost ? bridgeOverText(window.postilHost) : bridgeOverWebSocket();

Object.defineProperty(window, 'postil', { value: Object.freeze(bridge) });
