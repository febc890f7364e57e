import type { AnnotationRecord, LinkRecord } from '../../../core/model/annotation';
import type { TypeId } from '../../../core/ids';
import type { RoleRecord, TypeRecord } from '../../../core/model/codebook';
import type { Reason, Thing } from '../../../core/exchange/things';
import { lookupIn, type Lookup } from '../../../core/codebook/lookup';
import { nameFor } from '../../codebook/losses';
import type { Contents, DocumentContents } from '../../exchange/contents';
import type { SerializeContext } from '../../exchange/format';
import { uniqueNames } from '../../exchange/unique-names';
import { formatName, guidFrom, guidOf } from '../guid';
import { fragmentLink, relationLink, roleLink } from '../own-names';
import type { Pen } from './pen';
import type { SelectionWriting } from './selections';

/** Writes what ties annotations to each other: roles and relations, and the stretches of one annotation. */
export class LinkWriting {
  readonly #contents: Contents;
  readonly #selections: SelectionWriting;
  readonly #pen: Pen;
  readonly #context: SerializeContext;
  readonly #roles: ReadonlyMap<string, RoleRecord>;
  readonly #typeNames: ReadonlyMap<string, string>;
  readonly #relationNames: ReadonlyMap<string, string>;
  readonly #lookup: Lookup;
  readonly #roleNames = new Map<TypeId, ReadonlyMap<string, string>>();

  constructor(contents: Contents, selections: SelectionWriting, pen: Pen, context: SerializeContext) {
    this.#contents = contents;
    this.#selections = selections;
    this.#pen = pen;
    this.#context = context;
    const { roles, types } = contents.codebook;
    this.#roles = new Map(roles.map((role) => [role.id, role]));
    this.#typeNames = new Map(types.map((type) => [type.id, nameFor(type.names, context.language)]));
    this.#relationNames = relationNames(types, context.language);
    this.#lookup = lookupIn(contents.codebook);
  }

  /** What a role is called that annotations of a type have: by what no other of theirs is. */
  #roleName(type: TypeId, role: string): string {
    const names =
      this.#roleNames.get(type) ??
      uniqueNames(this.#lookup.rolesOf(type), formatName, this.#context.language);
    this.#roleNames.set(type, names);
    return names.get(role) ?? '';
  }

  /** The notes of relations: a link says what it is about by reference only. */
  *notes(): Generator<string> {
    yield* within('Notes', this.#notes());
  }

  *#notes(): Generator<string> {
    for (const { annotations, document } of this.#contents.documents())
      for (const annotation of annotations) {
        if (annotation.note === '' || !this.#selections.isRelation(annotation)) continue;
        const text = this.#pen.text(annotation.note, {
          thing: 'note',
          record: annotation.id,
          part: null,
          document: document.name,
        });
        yield `    <Note guid="${noteGuid(annotation)}"><PlainTextContent>${text}</PlainTextContent></Note>\n`;
      }
  }

  *links(): Generator<string> {
    yield* within('Links', this.#links());
  }

  *#links(): Generator<string> {
    for (const one of this.#contents.documents()) {
      const ofRelations = new Map<string, LinkRecord[]>();
      for (const annotation of one.annotations) {
        if (this.#selections.isRelation(annotation)) ofRelations.set(annotation.id, []);
        else yield* this.#fragments(annotation);
      }
      const byId = new Map(one.annotations.map((annotation) => [annotation.id, annotation]));
      for (const link of one.links) {
        const ends = ofRelations.get(link.annotation);
        const annotation = byId.get(link.annotation);
        if (ends) ends.push(link);
        else if (annotation) yield* this.#role(link, annotation, one);
      }
      for (const [id, ends] of ofRelations) {
        const annotation = byId.get(id as AnnotationRecord['id']);
        if (annotation) yield* this.#relation(annotation, ends, one);
      }
    }
  }

  *#fragments(annotation: AnnotationRecord): Generator<string> {
    const from = this.#selections.linkGuid(annotation);
    for (const [index] of this.#selections.fragments(annotation).entries()) {
      if (index === 0) continue;
      const to = this.#selections.fragmentGuid(annotation, index);
      yield `    <Link guid="${guidFrom(`link.${to}`)}" name="${fragmentLink}" direction="OneWay" originGUID="${from}" targetGUID="${to}"/>\n`;
    }
  }

  *#role(link: LinkRecord, annotation: AnnotationRecord, { document }: DocumentContents): Generator<string> {
    const about = { record: link.id, part: null, document: document.name };
    const to = this.#selections.isWritten(annotation) ? this.#target(link) : 'filler-missing';
    if (to === 'filled-by-entry' || to === 'filler-missing') {
      this.#context.lose({ ...about, thing: 'role', reason: to });
      return;
    }
    const role = this.#roles.get(link.role);
    const name = this.#pen.attribute(
      roleLink(this.#typeNames.get(role?.type ?? '') ?? '', this.#roleName(annotation.type, link.role)),
      { ...about, thing: 'role' },
    );
    yield `    <Link guid="${guidOf(link)}" name="${name}" direction="OneWay" originGUID="${this.#selections.linkGuid(annotation)}" targetGUID="${to.guid}"/>\n`;
  }

  *#relation(
    annotation: AnnotationRecord,
    links: readonly LinkRecord[],
    { document }: DocumentContents,
  ): Generator<string> {
    const about = { record: annotation.id, part: null, document: document.name };
    const lose = (thing: Thing, reason: Reason, record: string = annotation.id): void =>
      this.#context.lose({ ...about, thing, reason, record });
    const [first, second, ...further] = [...links].sort(
      (a, b) => this.#placeOf(a) - this.#placeOf(b) || a.position - b.position,
    );
    const [from, to] = [first, second].map((link) => (link ? this.#target(link) : 'filler-missing'));
    if (from === undefined || to === undefined || typeof from === 'string' || typeof to === 'string') {
      lose('relation', typeof from === 'string' ? from : typeof to === 'string' ? to : 'filler-missing');
      return;
    }
    // A link is nobody's and of no time.
    lose('coder', 'kind');
    lose('time', 'kind');
    for (const link of further) lose('role', 'kind', link.id);
    const roleName = (link: LinkRecord | undefined): string =>
      link ? this.#roleName(annotation.type, link.role) : '';
    const type = this.#relationNames.get(annotation.type) ?? annotation.type;
    const name = this.#pen.attribute(relationLink(type, roleName(first), roleName(second)));
    const open = `    <Link guid="${guidOf(annotation)}" name="${name}" direction="OneWay" originGUID="${from.guid}" targetGUID="${to.guid}"`;
    yield annotation.note === ''
      ? `${open}/>\n`
      : `${open}><NoteRef targetGUID="${noteGuid(annotation)}"/></Link>\n`;
  }

  #placeOf({ role }: LinkRecord): number {
    return this.#roles.get(role)?.position ?? Infinity;
  }

  /** The GUID of what fills a role, or why there is none. */
  #target(link: LinkRecord): { readonly guid: string } | 'filled-by-entry' | 'filler-missing' {
    const { target } = link;
    if (target.by === 'entry') return 'filled-by-entry';
    if (target.by === 'span')
      return this.#selections.holds(link) ? { guid: this.#selections.spanGuid(link) } : 'filler-missing';
    const filler = this.#contents.annotation(target.annotation);
    if (!filler || this.#selections.isRelation(filler) || !this.#selections.isWritten(filler))
      return 'filler-missing';
    return { guid: this.#selections.linkGuid(filler) };
  }
}

/** What links call the types of relations: by their name, or by the GUID of their code where another one has that. */
function relationNames(types: readonly TypeRecord[], language: string): ReadonlyMap<string, string> {
  const relations = types.filter(({ kind }) => kind === 'relation');
  const nameOf = ({ names }: TypeRecord): string => nameFor(names, language);
  return new Map(
    relations.map((type) => {
      const namesakes = relations.filter((other) => nameOf(other) === nameOf(type));
      return [type.id, namesakes.length > 1 ? guidOf(type) : nameOf(type)];
    }),
  );
}

const noteGuid = ({ id }: AnnotationRecord): string => guidFrom(`note.${id}`);

/** Pieces within an element, or nothing where there are none. */
function* within(name: string, pieces: Iterable<string>): Generator<string> {
  let isOpen = false;
  for (const piece of pieces) {
    if (!isOpen) yield `  <${name}>\n`;
    isOpen = true;
    yield piece;
  }
  if (isOpen) yield `  </${name}>\n`;
}
