import { problem } from '../../../../core/problem';
import type { Reader } from '../extracted';
import { replacedCharacters } from '../warnings';
import { RtfText } from './rtf-text';
import { rtfTokens } from './tokens';

/** How often the thread tells that it goes on, in tokens. */
const tellEvery = 100_000;

/** Reads a document of RTF. */
// eslint-disable-next-line @typescript-eslint/require-await -- other formats load a library
export const readRtf: Reader<Uint8Array> = async (bytes, _, tell) => {
  const text = new RtfText();
  let count = 0;
  for (const token of rtfTokens(bytes)) {
    text.take(token, bytes);
    count += 1;
    if (count % tellEvery === 0) tell(count, bytes.length);
  }
  text.end();
  const { flow } = text.body;
  return {
    text: flow.toString(),
    metadata: text.information.metadata(),
    warnings: [
      ...(text.comments > 0 ? [problem('document-comments-lost', { count: text.comments })] : []),
      ...replacedCharacters(flow),
    ],
  };
};
