import type { AttributeDomain, AttributeValue } from '../../../core/model/codebook';
import { isEdtf } from '../../../core/rules/edtf';

/**
 * What a text says as a value of some domain, where a file has all values as texts: numbers in decimal digits, `true` and
 * `false`, dates in EDTF that the words they were understood from may follow behind a blank, lists as JSON. The text
 * itself where it says nothing of the kind.
 */
export function unspelledValue({ kind }: AttributeDomain, text: string): AttributeValue {
  switch (kind) {
    case 'yes-no':
      return text === 'true' ? true : text === 'false' ? false : text;
    case 'number': {
      const number = Number(text);
      return text.trim() !== '' && Number.isFinite(number) ? number : text;
    }
    case 'date': {
      const blank = text.indexOf(' ');
      const [edtf, words] = [text.slice(0, blank), text.slice(blank + 1)];
      return blank > 0 && words !== '' && isEdtf(edtf) && !isEdtf(text) ? { edtf, words } : text;
    }
    case 'several-of':
      return listIn(text) ?? (text === '' ? text : [text]);
    case 'one-of':
    case 'text':
    case 'vocabulary':
      return text;
  }
}

function listIn(text: string): readonly string[] | undefined {
  if (!text.startsWith('[')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : undefined;
  } catch {
    return undefined;
  }
}
