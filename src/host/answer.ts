import type { Handlers } from '../contract/call';
import { dispatchCall, hasCall } from '../contract/dispatch';
import { engineCalls } from '../contract/engine-calls';
import { hostCalls, type HostCalls } from '../contract/host-calls';
import { problem } from '../core/problem';
import { fail } from '../core/result';
import { messageOf } from '../core/thrown';
import { stoppedText } from '../engine/process/line';
import type { Session } from './session';

/**
 * Answers one call of a window with the JSON text of a Result. The engine's calls go to the window's project, which
 * parses their input; the host's are parsed here. Never rejects.
 */
export async function answerCall(
  session: Session,
  handlers: Handlers<HostCalls>,
  name: unknown,
  input: unknown,
): Promise<string> {
  await session.settled;
  if (hasCall(engineCalls, name)) return session.project?.invoke(name, input) ?? stoppedText;
  try {
    return JSON.stringify(await dispatchCall(hostCalls, handlers, name, input));
  } catch (error) {
    console.error(error);
    const detail = messageOf(error);
    return JSON.stringify(fail(problem('unexpected', { detail })));
  }
}
