import { SaxesParser } from 'saxes';
import { problem, type Problem } from '../../core/problem';
import { fail, ok, type Result } from '../../core/result';

/**
 * The attributes of an element as the document has them. One without a prefix goes by its name; one with a prefix by
 * its namespace in braces before its name: `{http://www.omg.org/XMI}id`.
 */
export type XmlAttributes = Readonly<Record<string, string>>;

/** What comes next in an XML document. Names are without prefix: the namespace (empty: none) says what it stood for. */
export type XmlEvent =
  | {
      readonly event: 'open';
      readonly name: string;
      readonly namespace: string;
      readonly attributes: XmlAttributes;
      /** The line of the document where the tag ends, from 1. */
      readonly line: number;
    }
  | { readonly event: 'text'; readonly text: string }
  | { readonly event: 'close'; readonly name: string };

/** What a reader allows. Without it, elements lie at most 256 deep, and there may be any number of them. */
export interface XmlLimits {
  readonly deepest?: number;
  /** The most elements and attributes together. */
  readonly most?: number;
}

/** Only what XML itself knows; without a prototype, so that `&constructor;` is no entity either. */
const predefined = Object.assign(Object.create(null) as Record<string, string>, {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
});

class Refusal extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/**
 * Reads an XML 1.0 document (with namespaces) chunk by chunk, in as little memory as its longest stretch of text needs.
 * Nothing is expanded and nothing is fetched: a document type that declares anything is refused, one that only names
 * its DTD is passed over, and entities other than XML's own five are faults.
 */
export class XmlReader {
  readonly #parser = new SaxesParser({ xmlns: true, position: false });
  #events: XmlEvent[] = [];
  #depth = 0;
  #count = 0;
  #problem: Problem | null = null;

  constructor({ deepest = 256, most = Infinity }: XmlLimits = {}) {
    const parser = this.#parser;
    parser.ENTITIES = predefined;
    parser.on('error', ({ message }) => {
      const { line, columnIndex } = parser;
      throw new Refusal(problem('xml-broken', { line, column: columnIndex + 1, detail: message }));
    });
    parser.on('doctype', (declared) => {
      if (declared.includes('[')) throw new Refusal(problem('xml-declaration', { line: parser.line }));
    });
    parser.on('opentagstart', () => {
      this.#depth += 1;
      if (this.#depth > deepest)
        throw new Refusal(problem('import-too-deep', { line: parser.line, deepest }));
    });
    parser.on('opentag', ({ local, uri, attributes }) => {
      this.#count += 1 + Object.keys(attributes).length;
      if (this.#count > most) throw new Refusal(problem('xml-too-much', { line: parser.line, most }));
      const named = Object.values(attributes).map(
        ({ prefix, local: name, uri: namespace, value }) =>
          [prefix === '' ? name : `{${namespace}}${name}`, value] as const,
      );
      this.#events.push({
        event: 'open',
        name: local,
        namespace: uri,
        attributes: Object.fromEntries(named),
        line: parser.line,
      });
    });
    const text = (characters: string): void => {
      if (this.#depth > 0 && characters !== '') this.#events.push({ event: 'text', text: characters });
    };
    parser.on('text', text);
    parser.on('cdata', text);
    parser.on('closetag', ({ local }) => {
      this.#depth -= 1;
      this.#events.push({ event: 'close', name: local });
    });
  }

  /**
   * What is complete with this chunk, which may end anywhere (in a tag, between surrogates). After a problem nothing
   * more is read: every further call gives the same one.
   */
  read(chunk: string): Result<readonly XmlEvent[]> {
    return this.#take(() => this.#parser.write(chunk));
  }

  /** The events that the end brings; a problem where the document is not whole. */
  end(): Result<readonly XmlEvent[]> {
    return this.#take(() => this.#parser.close());
  }

  /** saxes throws a RangeError of its own where a character reference names no character, such as `&#x;`. */
  #problemOf(error: unknown): Problem {
    if (error instanceof Refusal) return error.problem;
    if (!(error instanceof RangeError)) throw error;
    const { line, columnIndex } = this.#parser;
    return problem('xml-broken', { line, column: columnIndex + 1, detail: error.message });
  }

  #take(step: () => unknown): Result<readonly XmlEvent[]> {
    if (this.#problem) return fail(this.#problem);
    try {
      step();
    } catch (error) {
      this.#problem = this.#problemOf(error);
      return fail(this.#problem);
    }
    const events = this.#events;
    this.#events = [];
    return ok(events);
  }
}
