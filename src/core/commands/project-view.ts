import type { Codebook } from '../codebook/codebook';
import type { Queued } from '../documents/queue';
import type {
  AttributeId,
  CoderId,
  DocumentId,
  EntryId,
  NewId,
  RoleId,
  Timestamp,
  TypeId,
  VersionId,
} from '../ids';
import type { Span } from '../model/annotation';
import type { RecordName, Records } from '../model/records';

/** What a command may know of the project before it changes anything. The engine answers from the file. */
export interface ProjectView {
  find<Name extends RecordName>(name: Name, id: Records[Name]['id']): Records[Name] | undefined;
  /** The roles that a type names itself, without those of the types above it, in their order. */
  rolesOf(type: TypeId): readonly Records['role'][];
  /** The attributes that a type names itself, without those of the types above it. */
  attributesOf(type: TypeId): readonly Records['attribute'][];
  /** The terms of a vocabulary. */
  termsOf(attribute: AttributeId): readonly Records['term'][];
  /** Everything that has a term for its value. */
  carriersOf(
    term: Records['term'],
  ): readonly (Records['annotation'] | Records['entry'] | Records['document'])[];
  /** All documents in the order in which they are to be coded. */
  queue(): readonly Queued[];
  /** Every role of the codebook. */
  roles(): readonly Records['role'][];
  /** The link by which a coder last filled one of these roles in a document. */
  lastLink(document: DocumentId, coder: CoderId, roles: readonly RoleId[]): Records['link'] | undefined;
  /** The codebook as it is now, and as it was before; null in a project that has never kept a version. */
  latestVersion(): Records['version'] | null;
  /** The links that the given annotations have, and those that they fill. */
  linksOf(annotation: Records['annotation']['id']): readonly Records['link'][];
  /** The annotations that refer to an entry of the registry. */
  mentionsOf(entry: EntryId): readonly Records['annotation'][];
  /** The links that an entry fills. */
  linksTo(entry: EntryId): readonly Records['link'][];
  /** The events that took place at an entry. */
  eventsAt(place: EntryId): readonly Records['entry'][];
  /** The whole codebook as it is now. */
  codebook(): Codebook;
  /** Whether any annotation was made under a version of the codebook. */
  hasAnnotationsUnder(version: VersionId): boolean;
  annotationsOfTypes(types: readonly TypeId[]): readonly Records['annotation'][];
  /** Every entry of the registry. */
  entries(): readonly Records['entry'][];
  entriesOfTypes(types: readonly TypeId[]): readonly Records['entry'][];
  linksOfRoles(roles: readonly RoleId[]): readonly Records['link'][];
  /** The links that annotations of some types have, and those that they fill. */
  linksOfTypes(types: readonly TypeId[]): readonly Records['link'][];
  /** Everything that has a value of an attribute. */
  valuedWith(
    attribute: AttributeId,
  ): readonly (Records['annotation'] | Records['entry'] | Records['document'])[];
  /** Everything that belongs to a document and goes when it goes: annotations and segmentations. */
  contentsOf(document: DocumentId): readonly (Records['annotation'] | Records['segmentation'])[];
  /** The text that a span covers; undefined where it reaches outside of the document. */
  quote(document: DocumentId, span: Span): string | undefined;
}

/** Who changes something, when, and how new records get their ids. */
export interface ChangeContext {
  readonly coder: CoderId;
  readonly now: Timestamp;
  newId(): NewId;
}
