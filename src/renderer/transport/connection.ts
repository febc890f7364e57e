/** What happens to a connection that is kept up. */
export interface ConnectionEvents {
  /** `isAgain`: it was open before, or others were told that it is gone. */
  onOpen(isAgain: boolean): void;
  onMessage(text: string): void;
  /** It broke, and will be tried again. */
  onBreak(): void;
  /** It was tried again several times in vain. It goes on being tried. */
  onGone(): void;
}

export interface Connection {
  state(): 'open' | 'opening' | 'gone';
  send(text: string): void;
}

/** Milliseconds before the first, second, … attempt after a break; the last one repeats. */
const delays = [100, 300, 1000, 2000, 5000];
/** After so many attempts in vain the host counts as gone. */
const goneAfter = 4;

/**
 * Keeps a WebSocket open: after a break (a computer that slept, a server that was started again) it is opened again,
 * at the latest when the page is looked at. `address` is asked anew each time.
 */
export function keepConnected(address: () => string, events: ConnectionEvents): Connection {
  let isAgain = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let socket = open();

  function open(): WebSocket {
    const opening = new WebSocket(address());
    opening.onopen = () => {
      failures = 0;
      events.onOpen(isAgain);
      isAgain = true;
    };
    opening.onmessage = ({ data }: MessageEvent<string>) => {
      events.onMessage(data);
    };
    opening.onclose = () => {
      timer = setTimeout(reopen, delays[failures] ?? delays.at(-1));
      if (failures === 0) events.onBreak();
      failures += 1;
      if (failures !== goneAfter) return;
      isAgain = true;
      events.onGone();
    };
    return opening;
  }

  function reopen(): void {
    clearTimeout(timer);
    if (socket.readyState === WebSocket.CLOSED) socket = open();
  }

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') reopen();
  });
  window.addEventListener('online', reopen);

  return {
    state: () => {
      if (socket.readyState === WebSocket.OPEN) return 'open';
      return failures >= goneAfter ? 'gone' : 'opening';
    },
    send: (text) => {
      socket.send(text);
    },
  };
}
