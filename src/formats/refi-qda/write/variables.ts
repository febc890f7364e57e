import type { AttributeRecord, AttributeValue, TermRecord } from '../../../core/model/codebook';
import type { DocumentRecord } from '../../../core/model/document';
import type { Contents } from '../../exchange/contents';
import type { SerializeContext } from '../../exchange/format';
import { uniqueNames } from '../../exchange/unique-names';
import { formatName, guidFrom, guidOf } from '../guid';
import { attributeDescription } from '../own-names';
import type { Pen } from './pen';

/** How a value is written: the element for it, and its text. */
type Written = readonly [element: string, text: string];

const typeOf: Readonly<Record<string, string>> = { 'yes-no': 'Boolean', number: 'Float', date: 'Date' };

const metadataGuid = (key: string): string => guidFrom(`metadata.${key}`);

/** The variables of documents: a text for each key of the metadata, and one of its type for each attribute. */
export class VariableWriting {
  readonly #keys: readonly string[];
  readonly #attributes: readonly AttributeRecord[];
  readonly #terms: ReadonlyMap<string, TermRecord>;
  readonly #pen: Pen;
  readonly #context: SerializeContext;

  constructor({ codebook }: Contents, keys: Iterable<string>, pen: Pen, context: SerializeContext) {
    this.#keys = [...keys].filter((key) => pen.holds(key)).sort();
    this.#attributes = codebook.attributes.filter(({ owner }) => owner.of === 'document');
    this.#terms = new Map(codebook.terms.map((term) => [term.id, term]));
    this.#pen = pen;
    this.#context = context;
  }

  declarations(): string {
    const names = uniqueNames(this.#attributes, formatName, this.#context.language);
    const variables = [
      ...this.#keys.map((key) => {
        const name = this.#pen.attribute(key);
        return `    <Variable guid="${metadataGuid(key)}" name="${name}" typeOfVariable="Text"/>\n`;
      }),
      ...this.#attributes.map((attribute) => {
        const name = this.#pen.attribute(names.get(attribute.id) ?? attribute.id);
        const type = typeOf[attribute.domain.kind] ?? 'Text';
        const description = `<Description>${attributeDescription(attribute.domain.kind)}</Description>`;
        return `    <Variable guid="${guidOf(attribute)}" name="${name}" typeOfVariable="${type}">${description}</Variable>\n`;
      }),
    ];
    return variables.length === 0 ? '' : `  <Variables>\n${variables.join('')}  </Variables>\n`;
  }

  /** What the variables are in one document. */
  values(document: DocumentRecord): string {
    const { metadata, attributes, id, name } = document;
    const told = (thing: 'metadata' | 'document-attribute', part: string) =>
      ({ thing, record: id, part, document: name }) as const;
    const written: string[] = [];
    const add = (guid: string, [element, text]: Written, about: ReturnType<typeof told>): void => {
      const value = this.#pen.text(text, about);
      written.push(
        `      <VariableValue><VariableRef targetGUID="${guid}"/><${element}>${value}</${element}></VariableValue>\n`,
      );
    };
    for (const [key, value] of Object.entries(metadata))
      if (this.#pen.holds(key)) add(metadataGuid(key), ['TextValue', value], told('metadata', key));
      else this.#context.lose({ ...told('metadata', key), reason: 'xml-character' });
    for (const attribute of this.#attributes) {
      const value = attributes[attribute.id];
      if (value === undefined) continue;
      const about = told('document-attribute', attribute.id);
      for (const one of this.#written(value)) add(guidOf(attribute), one, about);
      if (Array.isArray(value) && value.length === 0)
        written.push(
          `      <VariableValue><VariableRef targetGUID="${guidOf(attribute)}"/></VariableValue>\n`,
        );
      if (typeof value === 'object' && !Array.isArray(value))
        this.#context.lose({ ...about, reason: 'value-shape' });
    }
    return written.join('');
  }

  #written(value: AttributeValue): readonly Written[] {
    if (typeof value === 'boolean') return [['BooleanValue', String(value)]];
    if (typeof value === 'number') return [['FloatValue', String(value)]];
    if (Array.isArray(value)) return (value as readonly string[]).map((one) => ['TextValue', one] as const);
    const text = typeof value === 'object' && 'edtf' in value ? value.edtf : String(value);
    if (/^\d{4}-\d\d-\d\d$/u.test(text)) return [['DateValue', text]];
    return [['TextValue', this.#terms.get(text)?.name ?? text]];
  }
}
