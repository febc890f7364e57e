import type { AllCalls, Bridge, TextBridge } from '../../contract/bridge';
import type { AnswerOf } from '../../contract/call';
import type { Events } from '../../contract/events';
import { unpackedAnswer } from '../../contract/packed';
import type { Result } from '../../core/result';

/** The bridge in Electron, over what its preload lends. What our own host wrote is what the contract says. */
export const bridgeOverText = (host: TextBridge): Bridge => ({
  invoke: async <Name extends keyof AllCalls>(name: Name, input: unknown) =>
    unpackedAnswer(JSON.parse(await host.invoke(name, input)) as Result<AnswerOf<AllCalls[Name]>>),
  // The preload knows where the files lie, and has the host keep what lies nowhere.
  pathsOf: async (files) =>
    JSON.parse(await host.invoke('files.stage', { files })) as Result<readonly string[]>,
  subscribe: <Name extends keyof Events>(name: Name, listener: (event: Events[Name]) => void) =>
    host.subscribe(name, (text) => {
      listener(JSON.parse(text) as Events[Name]);
    }),
});
