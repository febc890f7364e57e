import type { Problem } from '../core/problem';
import type { Result } from '../core/result';
import type { AnswerOf, InputOf } from './call';
import { engineCalls, type EngineCalls } from './engine-calls';
import type { EventName, Events } from './events';
import { hostCalls, type HostCalls } from './host-calls';

/** Every call of the contract. */
export const calls = { ...engineCalls, ...hostCalls } as const;

export type AllCalls = EngineCalls & HostCalls;
export type CallName = keyof AllCalls;

/** The one way from the interface to the rest, the same in every host. */
export interface Bridge {
  invoke<Name extends CallName>(
    name: Name,
    input: InputOf<AllCalls[Name]>,
  ): Promise<Result<AnswerOf<AllCalls[Name]>, Problem>>;
  /** Answers with a function that ends the subscription. */
  subscribe<Name extends EventName>(name: Name, listener: (event: Events[Name]) => void): () => void;
}
