/** An element of an XML document. Prefixes of names are left out: the formats that are read here need none. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The characters directly in it, as one text. */
  readonly text: string;
}

interface Open {
  readonly raw: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replace(
    /&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/giu,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? whole;
      const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
      const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
      return isCharacter ? String.fromCodePoint(code) : whole;
    },
  );
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function attributesOf(text: string): Readonly<Record<string, string>> {
  const pairs = [...text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu)];
  return Object.fromEntries(
    pairs.map(([, name = '', double, single]) => [
      local(name),
      decode((double ?? single ?? '').replace(/[\t\r\n]/gu, ' ')),
    ]),
  );
}

const token =
  /<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|<\?[^]*?\?>|<\/\s*([^\s>]+)\s*>|<([^\s/>!?]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/gu;

/**
 * Reads the elements of an XML 1.0 document: enough for exchange files, and no more. A document type declaration is
 * refused, so that nothing is expanded or fetched. Null where the document is not well formed.
 */
export function parseXml(document: string): XmlElement | null {
  const source = document.replace(/^\uFEFF/u, '');
  const stack: Open[] = [];
  const roots: XmlElement[] = [];
  let end = 0;
  const close = (open: Open): void => {
    const { name, attributes, children, text } = open;
    const element = { name, attributes, children, text };
    const parent = stack.at(-1);
    if (parent) parent.children.push(element);
    else roots.push(element);
  };
  for (const match of source.matchAll(token)) {
    if (match.index !== end) return null;
    end += match[0].length;
    const [, cdata, closing, opening, attributes = '', slash, text] = match;
    const current = stack.at(-1);
    if (opening !== undefined) {
      const open = {
        raw: opening,
        name: local(opening),
        attributes: attributesOf(attributes),
        children: [],
        text: '',
      };
      if (slash === '/') close(open);
      else stack.push(open);
    } else if (closing !== undefined) {
      const open = stack.pop();
      if (open?.raw !== closing) return null;
      close(open);
    } else if (cdata !== undefined || text !== undefined) {
      const characters = cdata ?? decode(text ?? '');
      if (current) current.text += characters;
      else if (characters.trim() !== '') return null;
    }
  }
  const [root, ...others] = roots;
  const isWhole = end === source.length && stack.length === 0 && others.length === 0;
  return isWhole ? (root ?? null) : null;
}

const escapes: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };

/** Characters as they stand in an XML document, in an attribute or between tags. What XML 1.0 cannot hold is left out. */
export const escapeXml = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex -- These are the characters that XML 1.0 does not allow.
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '')
    .replace(/[<>&"]/gu, (character) => escapes[character] ?? character)
    .replace(/\r/gu, '&#13;');
