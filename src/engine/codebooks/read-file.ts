import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CodebookBeginning } from '../../contract/codebook-calls';
import { problem } from '../../core/problem';
import { fail, ok, type Result } from '../../core/result';
import { codeOf } from '../../core/thrown';
import { parseBratConf } from '../../formats/brat-conf/parse';
import { parseCodebook, type ReadCodebook } from '../../formats/codebook/parse';
import { parseQdc } from '../../formats/refi-qda/parse';
import { readyMade } from './ready-made';

/** No codebook is larger, in bytes: what is, is something else. */
const largest = 20_000_000;

function textOf(path: string): Result<string> {
  try {
    if (statSync(path).size > largest) return fail(problem('codebook-invalid', { place: path }));
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)));
  } catch (error) {
    return fail(
      codeOf(error) === 'ENOENT'
        ? problem('file-missing', { path })
        : problem('codebook-unreadable', { detail: String(error) }),
    );
  }
}

/** The colours and labels that brat keeps beside its types; empty where it has none. */
function visualBeside(path: string): string {
  const visual = textOf(join(dirname(path), 'visual.conf'));
  return visual.ok ? visual.value : '';
}

const nothing: ReadCodebook = {
  codebook: { names: {}, descriptions: {}, sources: [], types: [], roles: [], attributes: [], terms: [] },
  warnings: [],
};

/** A codebook that was read, and whether its format says everything about it. */
interface ReadSource extends ReadCodebook {
  readonly isWhole: boolean;
}

const whole = (read: Result<ReadCodebook>, isWhole: boolean): Result<ReadSource> =>
  read.ok ? ok({ ...read.value, isWhole }) : read;

/** Reads a codebook. What a file begins with tells its format, since names and endings do not always. */
export function readSource({ source, language }: CodebookBeginning): Result<ReadSource> {
  if (source.from === 'empty') return ok({ ...nothing, isWhole: true });
  if (source.from === 'ready-made') {
    const codebook = readyMade(source.name);
    return codebook.ok ? ok({ codebook: codebook.value, warnings: [], isWhole: true }) : codebook;
  }
  const text = textOf(source.path);
  if (!text.ok) return text;
  const start = text.value.replace(/^\uFEFF/u, '').trimStart();
  if (start.startsWith('{')) return whole(parseCodebook(text.value), true);
  if (start.startsWith('<?xml') || start.startsWith('<CodeBook'))
    return whole(parseQdc(text.value, language), false);
  return whole(parseBratConf(text.value, visualBeside(source.path), language), false);
}
