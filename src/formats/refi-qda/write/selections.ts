import type { AnnotationId } from '../../../core/ids';
import type { AnnotationRecord, Fragment, LinkRecord } from '../../../core/model/annotation';
import type { Contents, DocumentContents } from '../../exchange/contents';
import type { SerializeContext } from '../../exchange/format';
import { formatName, guidFrom, guidOf } from '../guid';
import { hasInclusiveEnds } from '../options';
import type { About, Pen } from './pen';

/** Words longer than this, in UTF-16 units, are not quoted: a name should be one. */
const longestQuote = 1000;

/** Annotations that one selection carries: several where a file had several codings of it. */
interface Group {
  readonly selection: string;
  readonly fragment: Fragment;
  readonly annotations: readonly AnnotationRecord[];
}

/** Writes what is selected in documents, and knows under which GUID each annotation went out. */
export class SelectionWriting {
  readonly #kinds: ReadonlyMap<string, string>;
  readonly #pen: Pen;
  readonly #context: SerializeContext;
  readonly #hasInclusiveEnds: boolean;
  /** GUIDs that came from files, which a project may hold twice. */
  readonly #taken = new Map<string, AnnotationId>();

  constructor({ codebook, coders }: Contents, pen: Pen, context: SerializeContext) {
    this.#kinds = new Map(codebook.types.map((type) => [type.id, type.kind]));
    this.#typeGuids = new Map(codebook.types.map((type) => [type.id, guidOf(type)]));
    this.#unheldCoders = new Set(coders.filter(({ name }) => !pen.holds(name)).map(({ id }) => id));
    this.#pen = pen;
    this.#context = context;
    this.#hasInclusiveEnds = hasInclusiveEnds(context.options);
  }

  /** Those whose names XML cannot hold. */
  readonly #unheldCoders: ReadonlySet<string>;
  readonly #typeGuids: ReadonlyMap<string, string>;

  /** Whether a type is of relations, which select nothing. */
  isRelation({ type }: AnnotationRecord): boolean {
    return this.#kinds.get(type) === 'relation';
  }

  /** Whether anything of an annotation can be written: the standard's ends have no way to say that nothing is selected. */
  isWritten(annotation: AnnotationRecord): boolean {
    return this.isRelation(annotation) || this.fragments(annotation).length > 0;
  }

  /** The stretches of an annotation that can be written. */
  fragments({ fragments }: AnnotationRecord): readonly Fragment[] {
    return this.#hasInclusiveEnds ? fragments.filter(({ start, end }) => start < end) : fragments;
  }

  /** The GUID by which links name an annotation: that of its selection, or of its coding where it has others. */
  linkGuid(annotation: AnnotationRecord): string {
    const fields = fieldsOf(annotation);
    if (fields['shared'] === true || fields['whole'] === true) return this.#codingGuid(annotation);
    return this.#selectionGuid(annotation);
  }

  /** The GUID of a further stretch of an annotation. */
  fragmentGuid({ id }: AnnotationRecord, index: number): string {
    return guidFrom(`fragment.${id}.${index}`);
  }

  /** The GUID of a stretch that fills a role. */
  spanGuid({ id }: LinkRecord): string {
    return guidFrom(`span.${id}`);
  }

  #codingGuid(annotation: AnnotationRecord): string {
    return this.#unlessTaken(guidOf(annotation), annotation, annotation.id);
  }

  #selectionGuid(annotation: AnnotationRecord): string {
    const came = fieldsOf(annotation)['selection'];
    const own = guidFrom(`selection.${annotation.id}`);
    return typeof came === 'string' ? this.#unlessTaken(guidFrom(came), annotation, own) : own;
  }

  #unlessTaken(guid: string, { id }: AnnotationRecord, otherwise: string): string {
    const by = this.#taken.get(guid);
    if (by === undefined) this.#taken.set(guid, id);
    return by === undefined || by === id ? guid : guidFrom(otherwise === id ? `coding.${id}` : otherwise);
  }

  *of({ document, annotations, links }: DocumentContents): Generator<string> {
    const whole: AnnotationRecord[] = [];
    const apart: AnnotationRecord[] = [];
    for (const annotation of annotations) {
      if (this.isRelation(annotation)) continue;
      this.#tellOfWidth(annotation, document.name);
      if (this.#unheldCoders.has(annotation.coder))
        this.#context.lose({ ...aboutCoder(annotation), document: document.name });
      if (this.fragments(annotation).length === 0) continue;
      const [first] = annotation.fragments;
      const isWhole = fieldsOf(annotation)['whole'] === true && first?.end === document.length;
      (isWhole ? whole : apart).push(annotation);
    }
    for (const group of this.#groups(apart)) yield this.#selection(group, document.name);
    for (const annotation of apart)
      for (const [index, fragment] of this.fragments(annotation).entries())
        if (index > 0)
          yield (
            this.#open(this.fragmentGuid(annotation, index), fragment, annotation) +
            `        ${this.#coding(annotation, guidFrom(`coding.${annotation.id}.${index}`))}` +
            '      </PlainTextSelection>\n'
          );
    for (const link of links)
      if (link.target.by === 'span' && this.#canHold(link.target.span))
        yield `      <PlainTextSelection guid="${this.spanGuid(link)}" ${this.#place(link.target.span)}/>\n`;
    for (const annotation of whole) yield `      ${this.#coding(annotation, this.#codingGuid(annotation))}`;
  }

  #canHold({ start, end }: Fragment): boolean {
    return !this.#hasInclusiveEnds || start < end;
  }

  /** Whether a stretch that fills a role can be written. */
  holds(link: LinkRecord): boolean {
    return link.target.by !== 'span' || this.#canHold(link.target.span);
  }

  #tellOfWidth(annotation: AnnotationRecord, document: string): void {
    const lost = annotation.fragments.length - this.fragments(annotation).length;
    if (lost === 0) return;
    const thing = lost === annotation.fragments.length ? 'zero-width' : 'fragment';
    this.#context.lose({ thing, reason: 'no-width', record: annotation.id, part: null, document });
  }

  /** Codings that came from one selection and still cover the same go out in one. */
  #groups(annotations: readonly AnnotationRecord[]): Iterable<Group> {
    const groups = new Map<string, Group & { readonly annotations: AnnotationRecord[] }>();
    for (const annotation of annotations) {
      const [fragment] = this.fragments(annotation);
      if (!fragment) continue;
      const fields = fieldsOf(annotation);
      const selection =
        fields['shared'] === true ? String(fields['selection']) : this.#selectionGuid(annotation);
      const { note, modifiedAt, fragments } = annotation;
      const key = JSON.stringify([selection, fragments, note, modifiedAt]);
      const group = groups.get(key);
      if (group && fields['shared'] === true) group.annotations.push(annotation);
      else
        groups.set(key, { selection: this.#selectionGuid(annotation), fragment, annotations: [annotation] });
    }
    return groups.values();
  }

  #selection({ selection, fragment, annotations }: Group, document: string): string {
    const [first] = annotations;
    if (!first) return '';
    const about: About = { thing: 'note', record: first.id, part: null, document };
    const note =
      first.note === '' ? '' : `        <Description>${this.#pen.text(first.note, about)}</Description>\n`;
    const codings = annotations.map((one) => `        ${this.#coding(one, this.#codingGuid(one))}`);
    return `${this.#open(selection, fragment, first)}${note}${codings.join('')}      </PlainTextSelection>\n`;
  }

  #open(guid: string, fragment: Fragment, { modifiedAt, createdAt, coder }: AnnotationRecord): string {
    const by = guidFrom(coder);
    return `      <PlainTextSelection guid="${guid}" ${this.#place(fragment)} creatingUser="${by}" creationDateTime="${createdAt}" modifiedDateTime="${modifiedAt}">\n`;
  }

  #place({ start, end, quote }: Fragment): string {
    const name = quote === '' || quote.length > longestQuote ? '' : `name="${this.#pen.attribute(quote)}" `;
    return `${name}startPosition="${start}" endPosition="${this.#hasInclusiveEnds ? end - 1 : end}"`;
  }

  #coding({ type, coder, createdAt }: AnnotationRecord, guid: string): string {
    const code = this.#typeGuids.get(type) ?? guidFrom(type);
    return `<Coding guid="${guid}" creatingUser="${guidFrom(coder)}" creationDateTime="${createdAt}"><CodeRef targetGUID="${code}"/></Coding>\n`;
  }
}

const aboutCoder = ({ id }: AnnotationRecord) =>
  ({ thing: 'coder', reason: 'xml-character', record: id, part: null }) as const;

const fieldsOf = ({ origin }: AnnotationRecord): Readonly<Record<string, unknown>> =>
  origin?.format === formatName ? origin.fields : {};
