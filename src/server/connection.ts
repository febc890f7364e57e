import type { WebSocket } from 'ws';
import { z } from 'zod';
import { answerCall } from '../host/answer';
import type { Host } from '../host/host';
import { hostHandlers } from '../host/host-calls';
import type { Platform } from '../host/platform';
import { makeSession, type Session } from '../host/session';

/** A call as the page sends it; its answer goes back as `{"id", "result"}`, and events as `{"event", "data"}`. */
const callMessage = z.strictObject({ id: z.number().int(), name: z.string(), input: z.unknown() });

/** Serves one tab until it is closed. `project` is what the tab is to show, or null for the welcome screen. */
export function serveTab(
  host: Host,
  socket: WebSocket,
  project: string | null,
  platformFor: (session: Session) => Platform,
): void {
  const session = makeSession(host.projects, (name, text) => {
    socket.send(`{"event":${JSON.stringify(name)},"data":${text}}`);
  });
  const handlers = hostHandlers(host, session, platformFor(session));
  host.sessions.add(session);

  const first = project === null ? Promise.resolve() : showFirst(project);
  socket.on('message', (data: Buffer) => void answer(data));
  socket.once('close', () => {
    host.sessions.delete(session);
    void first.then(() => session.leave());
  });
  socket.on('error', () => {
    socket.terminate();
  });

  async function showFirst(path: string): Promise<void> {
    const shown = await session.show({ make: 'existing', path, how: 'normally' });
    if (shown.ok) await host.remember(shown.value);
  }

  async function answer(data: Buffer): Promise<void> {
    const call = parseCall(data.toString());
    if (!call) {
      socket.close(1007);
      return;
    }
    await first;
    const result = await answerCall(session, handlers, call.name, call.input);
    socket.send(`{"id":${call.id},"result":${result}}`);
  }
}

function parseCall(text: string): z.infer<typeof callMessage> | null {
  try {
    return callMessage.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
