import type { AttributeId } from '../../../core/ids';
import type { AttributeDomain, AttributeValue } from '../../../core/model/codebook';
import { problem, type Problem } from '../../../core/problem';
import type { GrowingCodebook } from '../../exchange/growing-codebook';
import { childrenNamed, childrenOf, textIn, type XmlElement } from '../../xml/tree';
import { normalGuid } from '../guid';
import { describedDomain } from '../own-names';
import { descriptionIn } from './codes';

/** A variable of a project: metadata where it is just a text, else an attribute of documents. */
interface Variable {
  readonly name: string;
  readonly attribute: AttributeId | null;
}

const domains: Readonly<Record<string, AttributeDomain>> = {
  Boolean: { kind: 'yes-no' },
  Integer: { kind: 'number' },
  Float: { kind: 'number' },
  Date: { kind: 'date' },
  DateTime: { kind: 'date' },
};

const ownDomains: Readonly<Record<string, AttributeDomain>> = {
  'yes-no': { kind: 'yes-no' },
  'one-of': { kind: 'one-of', choices: [] },
  'several-of': { kind: 'several-of', choices: [] },
  number: { kind: 'number' },
  date: { kind: 'date' },
  text: { kind: 'text' },
  vocabulary: { kind: 'vocabulary' },
};

/** What variables say of one document. */
export interface DocumentValues {
  readonly metadata: Record<string, string>;
  readonly attributes: Record<string, AttributeValue>;
}

/** The variables of a project, and what they say of its documents. */
export class Variables {
  readonly #codebook: GrowingCodebook;
  readonly #byGuid = new Map<string, Variable>();

  constructor(project: XmlElement, codebook: GrowingCodebook, isOwn: boolean) {
    this.#codebook = codebook;
    for (const element of childrenNamed(project, 'Variables').flatMap((all) =>
      childrenNamed(all, 'Variable'),
    )) {
      const name = element.attributes['name'] ?? '';
      const type = element.attributes['typeOfVariable'] ?? 'Text';
      const own = isOwn ? describedDomain(descriptionIn(element)) : undefined;
      const domain = own === undefined ? domains[type] : ownDomains[own];
      const attribute = domain ? codebook.attribute({ of: 'document' }, name, domain) : null;
      this.#byGuid.set(normalGuid(element.attributes['guid']), { name, attribute });
    }
  }

  /** Takes what the values in some elements say, and tells what of it cannot be taken. */
  take(elements: readonly XmlElement[], into: DocumentValues, file: string, id: string): readonly Problem[] {
    const warnings: Problem[] = [];
    for (const element of elements.flatMap((one) => childrenNamed(one, 'VariableValue'))) {
      const { line } = element;
      const [ref] = childrenNamed(element, 'VariableRef');
      const target = normalGuid(ref?.attributes['targetGUID']);
      const variable = this.#byGuid.get(target);
      const written = childrenOf(element).find(({ name }) => name.endsWith('Value'));
      if (!variable) warnings.push(problem('format-reference-missing', { file, line, id, missing: target }));
      else if (!written) this.#takeNothing(variable, into);
      else if (!this.#takeValue(variable, textIn(written), into))
        warnings.push(problem('format-value-unfit', { file, line, id, field: variable.name }));
    }
    return warnings;
  }

  /** A value that is not there is none, but where there may be several: then it is none of them. */
  #takeNothing({ attribute }: Variable, { attributes }: DocumentValues): void {
    if (attribute === null || this.#codebook.domainOf(attribute)?.kind !== 'several-of') return;
    if (attributes[attribute] === undefined) define(attributes, attribute, []);
  }

  #takeValue({ name, attribute }: Variable, text: string, { metadata, attributes }: DocumentValues): boolean {
    if (attribute === null) {
      const before = Object.hasOwn(metadata, name) ? `${metadata[name] ?? ''}; ` : '';
      define(metadata, name, before + text);
      return true;
    }
    const value = this.#value(attribute, text, attributes[attribute]);
    if (value === null) return text.trim() === '';
    define(attributes, attribute, value);
    return true;
  }

  #value(attribute: AttributeId, written: string, before: AttributeValue | undefined): AttributeValue | null {
    const domain = this.#codebook.domainOf(attribute);
    const text = written.trim();
    switch (domain?.kind) {
      case 'yes-no':
        return /^(?:true|1)$/iu.test(text) ? true : /^(?:false|0)$/iu.test(text) ? false : null;
      case 'number':
        return text !== '' && Number.isFinite(Number(text)) ? Number(text) : null;
      case 'date':
        return text === '' ? null : text.replace(/T.*$/u, '');
      case 'several-of':
        return [...(Array.isArray(before) ? (before as readonly string[]) : []), written];
      case 'vocabulary':
        return this.#codebook.term(attribute, written);
      default:
        return written;
    }
  }
}

/** Sets a property of any name, `__proto__` not excepted. */
const define = <Value>(record: Record<string, Value>, name: string, value: Value): void =>
  void Object.defineProperty(record, name, { value, enumerable: true, configurable: true, writable: true });

/** Values that nothing was said of yet. */
export const noValues = (): DocumentValues => ({ metadata: {}, attributes: {} });
