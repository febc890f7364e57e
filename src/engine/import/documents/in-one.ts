import { countCodePoints, type Stretch } from '../characters';

/** A text that is there already, where others come from a file. */
// eslint-disable-next-line @typescript-eslint/require-await -- so that both are read alike
export async function* inOne(text: string): AsyncGenerator<Stretch> {
  yield { text, codePoints: countCodePoints(text) };
}
