import type { ImportPlan, ImportQuestion } from '../../contract/engine-calls';
import type { EncodingGuess, InspectedFile } from '../../contract/engine-answers';
import { encodingToLookIn } from '../../engine/import/text-file';
import { complain, exitCode, type ExitCode, type Session } from '../session';
import { say, sentenceOf, tally } from '../words';

/** Says what an import would do with a file, and whether it would go without a further word from a person. */
function tellOf(file: InspectedFile, plan: ImportPlan): ExitCode {
  switch (file.kind) {
    case 'refused':
      console.error(`${file.path}: ${sentenceOf(file.problem)}`);
      return file.problem.code === 'format-no-documents' ? exitCode.ok : exitCode.fault;
    case 'text':
    case 'document':
      return tellOfText(file, plan);
    case 'table':
      return tellOfTable(file, plan);
    case 'postil-json':
      return tellOfJson(file, plan);
    case 'exchange':
      return tellOfExchange(file);
  }
}

function tellOfExchange(file: Extract<InspectedFile, { kind: 'exchange' }>): ExitCode {
  const { path, title, documents, annotations, problems, problemCount, leftOutCount } = file;
  console.log(say('dryRun.exchange', { path, title, documents, annotations }));
  for (const problem of problems) console.error(`${path}: ${sentenceOf(problem)}`);
  if (problemCount > problems.length)
    console.error(say('import.moreProblems', { count: problemCount - problems.length }));
  return leftOutCount > 0 ? exitCode.fault : exitCode.ok;
}

/** Whether a text's encoding is known or named, and which it is then or, most likely, else. */
const readAs = (guess: EncodingGuess, plan: ImportPlan): { encoding: string; settled: boolean } => ({
  encoding: encodingToLookIn(guess, plan.encoding),
  settled: guess.certain || plan.encoding !== null,
});

function tellOfText(file: Extract<InspectedFile, { kind: 'text' | 'document' }>, plan: ImportPlan): ExitCode {
  const { path, guess, duplicateOf, tooLong } = file;
  const { encoding, settled } = readAs(guess, plan);
  const format = file.kind === 'text' ? say('dryRun.plainText') : file.format.toUpperCase();
  const notes = [
    say(settled ? 'dryRun.text' : 'dryRun.uncertain', { path, format, encoding }),
    ...(duplicateOf === null
      ? []
      : [say(plan.duplicates ? 'dryRun.again' : 'dryRun.duplicate', { duplicateOf })]),
    ...(tooLong ? [say(plan.split ? 'dryRun.split' : 'dryRun.tooLong')] : []),
  ];
  console.log(notes.join('; '));
  if (file.kind === 'document') for (const warning of file.warnings) console.log(`  ${sentenceOf(warning)}`);
  for (const { encoding: candidate, sample } of guess.candidates)
    if (!settled || candidate === encoding) console.log(`  ${candidate}: ${oneLine(sample)}`);
  return settled && (!tooLong || plan.split) ? exitCode.ok : exitCode.fault;
}

function tellOfTable(file: Extract<InspectedFile, { kind: 'table' }>, plan: ImportPlan): ExitCode {
  const { path, format, guess, tables } = file;
  const { encoding, settled } = readAs(guess, plan);
  const about = { path, format: format.toUpperCase(), encoding };
  console.log(say(settled ? 'dryRun.text' : 'dryRun.uncertain', about));
  for (const { sheet, columns, rowCount, guess: mapping } of tables) {
    const where = sheet === null ? '' : `${sheet}: `;
    console.log(`  ${where}${say('dryRun.rows', { count: rowCount })} ${columns.slice(0, 50).join(', ')}`);
    const name = mapping?.name ?? '–';
    const date = mapping?.date ?? '–';
    if (mapping) console.log(`  ${say('dryRun.columns', { text: mapping.text, name, date })}`);
  }
  return settled ? exitCode.ok : exitCode.fault;
}

const oneLine = (text: string): string => text.replaceAll(/\p{C}|\s+/gu, ' ').trim();

function tellOfJson(file: Extract<InspectedFile, { kind: 'postil-json' }>, plan: ImportPlan): ExitCode {
  console.log(say('dryRun.json', { path: file.path, what: tally(file.counts) }));
  for (const conflict of file.conflicts) console.log(`  ${say('dryRun.conflict', { ...conflict })}`);
  const moreConflicts = file.conflictCount - file.conflicts.length;
  if (moreConflicts > 0) console.log(`  ${say('dryRun.moreConflicts', { count: moreConflicts })}`);
  for (const problem of file.problems) console.error(`${file.path}: ${sentenceOf(problem)}`);
  const moreProblems = file.problemCount - file.problems.length;
  if (moreProblems > 0) console.error(say('import.moreProblems', { count: moreProblems }));
  const needsSettling = file.conflictCount > 0 && plan.conflicts === null;
  return needsSettling || file.problemCount > 0 ? exitCode.fault : exitCode.ok;
}

/**
 * Tells of every file what an import would do with it. Fails where some of it would need a decision that the plan
 * does not hold, or be refused.
 */
export async function dryRun(
  { engine, job }: Session,
  about: ImportQuestion,
  plan: ImportPlan,
): Promise<ExitCode> {
  const inspected = await engine.calls['import.inspect']({ job, about });
  if (!inspected.ok) return complain(inspected.problem);
  const codes = inspected.value.files.map((file) => tellOf(file, plan));
  return codes.includes(exitCode.fault) ? exitCode.fault : exitCode.ok;
}
