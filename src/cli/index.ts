import { CommanderError } from 'commander';
import { problem } from '../core/problem';
import { messageOf } from '../core/thrown';
import { keepMemoryLean } from '../engine/lean-memory';
import { makeProgram } from './program';
import { complain, exitCode } from './session';

// Whoever reads our output may stop early, as `head` does.
process.stdout.on('error', () => process.exit());

keepMemoryLean();

try {
  await makeProgram().parseAsync();
} catch (error) {
  // Commander has said what was wrong, or shown the help that was asked for.
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? exitCode.ok : exitCode.usage;
  else process.exitCode = complain(problem('unexpected', { detail: messageOf(error) }));
}
