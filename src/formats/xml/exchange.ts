import { problem } from '../../core/problem';
import { fail, type Result } from '../../core/result';
import { parseXml, type XmlElement } from './tree';

/** The most elements and attributes of a file that is read as a tree: they take some 400 MB with what is made of them. */
const most = 600_000;

/** Reads a file of an exchange format as a tree. Problems name the file. */
export function parseExchangeXml(text: string, file: string): Result<XmlElement> {
  const read = parseXml(text, { most });
  if (read.ok) return read;
  const { code, params } = read.problem;
  const line = params['line'] ?? 1;
  return fail(
    code === 'xml-too-much'
      ? problem('format-too-much', { file, line, most })
      : problem('format-broken', { file, line, detail: params['detail'] ?? code }),
  );
}
