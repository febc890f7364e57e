import type { Fragment } from '../../../core/model/annotation';
import type { AttributeValues } from '../../../core/model/codebook';
import type { AnyRecord, RecordName, Records } from '../../../core/model/records';
import { makeOffsetTable, type OffsetTable } from '../../../core/offsets';
import { problem, type Problem } from '../../../core/problem';
import { misfitsOf } from '../../../core/rules/misfits';
import type { Drafted } from './draft';

/** What records are held against: the project as it will be. */
export interface MergedView {
  find<Name extends RecordName>(name: Name, id: Records[Name]['id']): Records[Name] | undefined;
  /** The text of this sha256; undefined where it is too much to be looked at now. */
  text(sha256: string): string | undefined;
}

interface MeasuredText {
  readonly text: string;
  readonly offsets: OffsetTable;
}

/** Which record of a file a problem is about, and the line that it begins in. */
interface RecordPlace {
  readonly record: RecordName;
  readonly id: string;
  readonly line: number;
}

/** How much text is kept at hand, in UTF-16 units. */
const mostText = 4_000_000;

/** Finds what stands between a record and a place in the project; records come after those that they refer to. */
export class Verifier {
  readonly #view: MergedView;
  readonly #texts = new Map<string, MeasuredText>();
  #textLength = 0;

  constructor(view: MergedView) {
    this.#view = view;
  }

  /** The first thing that is wrong with a record; undefined where nothing is. */
  fault({ record, line }: Drafted): Problem | undefined {
    const place = { record: record.record, id: record.id, line };
    const missing = this.#references(record).find(([name, id]) => !this.#view.find(name, id));
    if (missing)
      return problem('import-reference-missing', { ...place, missing: missing[0], missingId: missing[1] });
    const field = this.#misfit(record);
    if (field) return problem('import-record-invalid', { ...place, field });
    switch (record.record) {
      case 'annotation':
        return this.#quotes(record.document, record.fragments, place);
      case 'link': {
        const document = this.#view.find('annotation', record.annotation)?.document;
        return document && record.target.by === 'span'
          ? this.#quotes(document, [record.target.span], place)
          : undefined;
      }
      case 'segmentation': {
        const length = this.#view.find('document', record.document)?.length ?? 0;
        const outside = record.spans.find(([, end]) => end > length);
        return (
          outside &&
          problem('import-offsets-outside', { ...place, start: outside[0], end: outside[1], length })
        );
      }
      default:
        return undefined;
    }
  }

  /** The field of a record that breaks a rule of the codebook or of the model, all references being there. */
  #misfit(record: AnyRecord): string | undefined {
    // Terms come later than their vocabulary: a default that is one of them is looked at then.
    if (record.record === 'attribute' && record.domain.kind === 'vocabulary') return undefined;
    const [first] = misfitsOf(record, (name, id) => this.#view.find(name, id));
    return first?.field;
  }

  /** Whether an attribute's default is of its domain. */
  takesDefault(attribute: Records['attribute']): boolean {
    const [first] = misfitsOf(attribute, (name, id) => this.#view.find(name, id));
    return first === undefined;
  }

  #references(record: AnyRecord): readonly Reference[] {
    switch (record.record) {
      case 'coder':
        return [];
      case 'type':
        return optional('type', record.parent);
      case 'role':
        return [['type', record.type], ...record.fillers.types.map((type): Reference => ['type', type])];
      case 'attribute':
        return record.owner.of === 'type' ? [['type', record.owner.type]] : [];
      case 'term':
        return [['attribute', record.attribute], ...optional('term', record.parent)];
      case 'version':
        return [['coder', record.coder]];
      case 'entry':
        return [
          ...optional('type', record.type),
          ...optional('entry', record.place),
          ...keysOf(record.attributes),
        ];
      case 'document':
        return keysOf(record.attributes);
      case 'segmentation':
        return [['document', record.document]];
      case 'annotation':
        return [
          ['document', record.document],
          ['type', record.type],
          ['coder', record.coder],
          ...optional('version', record.version),
          ...optional('entry', record.entry),
          ...keysOf(record.attributes),
        ];
      case 'link':
        return [['annotation', record.annotation], ['role', record.role], ...referenceOf(record.target)];
    }
  }

  #quotes(
    document: Records['document']['id'],
    fragments: readonly Fragment[],
    place: RecordPlace,
  ): Problem | undefined {
    const found = this.#view.find('document', document);
    const measured = found && this.#measure(found.sha256);
    if (!measured) return undefined;
    const { text, offsets } = measured;
    for (const { start, end, quote } of fragments) {
      if (end > offsets.codePoints)
        return problem('import-offsets-outside', { ...place, start, end, length: offsets.codePoints });
      if (text.slice(offsets.toUtf16(start), offsets.toUtf16(end)) !== quote)
        return problem('import-quote-mismatch', { ...place, start, end });
    }
    return undefined;
  }

  #measure(sha256: string): MeasuredText | undefined {
    const known = this.#texts.get(sha256);
    if (known) return known;
    const text = this.#view.text(sha256);
    if (text === undefined) return undefined;
    if (this.#textLength + text.length > mostText) {
      this.#texts.clear();
      this.#textLength = 0;
    }
    const measured = { text, offsets: makeOffsetTable(text) };
    this.#texts.set(sha256, measured);
    this.#textLength += text.length;
    return measured;
  }
}

type Reference = { readonly [Name in RecordName]: readonly [Name, Records[Name]['id']] }[RecordName];

const optional = (name: 'type' | 'term' | 'version' | 'entry', id: string | null): readonly Reference[] =>
  id === null ? [] : [[name, id] as unknown as Reference];

const keysOf = (values: AttributeValues): readonly Reference[] =>
  Object.keys(values).map((id): Reference => ['attribute', id as Records['attribute']['id']]);

function referenceOf(target: Records['link']['target']): readonly Reference[] {
  if (target.by === 'annotation') return [['annotation', target.annotation]];
  return target.by === 'entry' ? [['entry', target.entry]] : [];
}
