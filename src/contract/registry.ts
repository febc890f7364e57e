import { z } from 'zod';
import type { MergePreview } from '../core/commands/merge-preview';
import type { RegistryCommand } from '../core/commands/registry-command';
import type { AnnotationId, CoderId, DocumentId, EntryId, TypeId } from '../core/ids';
import type { EntryRecord } from '../core/model/annotation';
import type { Status } from '../core/model/document';
import type { CodePointOffset } from '../core/offsets';
import type { Proposal } from '../core/registry/propose';
import { declareCall } from './call';
import { hidden, idOf, name, note } from './fields';

const entry = idOf<EntryId>();
const entries = z.array(entry).min(1);
const annotation = idOf<AnnotationId>();
const mentions = z.array(annotation);

const kind = z.enum(['entity', 'event']);

/** What may be said of an entry besides its name. */
const fields = {
  type: idOf<TypeId>().nullable().exactOptional(),
  aliases: z.array(z.string().max(500)).max(1000).exactOptional(),
  identifiers: z
    .array(z.strictObject({ scheme: z.string().max(200), value: z.string().max(2000) }))
    .max(100)
    .exactOptional(),
  note: note.exactOptional(),
  date: z.string().max(200).nullable().exactOptional(),
  place: entry.nullable().exactOptional(),
} as const;

/** What may be asked of the registry, as it arrives from outside. */
export const registryCommands = [
  z.strictObject({
    name: z.literal('entry.create'),
    entry: z.strictObject({ kind, name, ...fields }),
    mentions,
  }),
  z.strictObject({
    name: z.literal('entry.change'),
    entry,
    to: z.strictObject({ name: name.exactOptional(), ...fields }),
  }),
  z.strictObject({ name: z.literal('entry.merge'), entries, into: entry }),
  z.strictObject({ name: z.literal('entry.split'), entry, mentions: mentions.min(1), to: name }),
  z.strictObject({ name: z.literal('entry.remove'), entries }),
  z.strictObject({
    name: z.literal('annotation.refer'),
    annotations: mentions.min(1),
    entry: entry.nullable(),
  }),
] as const satisfies readonly z.ZodType<RegistryCommand>[];

/** A mention of an entry in its sentence. */
export interface MentionInSentence {
  readonly annotation: AnnotationId;
  readonly document: DocumentId;
  readonly type: TypeId;
  readonly coder: CoderId;
  readonly status: Status;
  readonly start: CodePointOffset;
  /** The sentence up to the mention, what it covers from its first to its last character, and the rest. */
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

/** A mention's place in the chain of its entry. */
export type ChainLink = Pick<MentionInSentence, 'annotation' | 'document'>;

/** What the interface may ask of the registry beside its list. */
export const registryCalls = {
  /** Every entry of the registry, in the order of ids. */
  'registry.list': declareCall(z.strictObject({}))<readonly EntryRecord[]>(),
  /** How many mentions each entry has; those without any are not in the answer. */
  'registry.counts': declareCall(z.strictObject({ hidden }))<readonly (readonly [EntryId, number])[]>(),
  /** Every mention of an entry, in the order of documents and of the text. */
  'registry.chain': declareCall(z.strictObject({ entry, hidden }))<readonly ChainLink[]>(),
  /** Some of the same mentions, each in its sentence. */
  'registry.mentions': declareCall(
    z.strictObject({
      entry,
      hidden,
      from: z.number().int().nonnegative(),
      count: z.number().int().positive().max(500),
    }),
  )<readonly MentionInSentence[]>(),
  /** What the merging of entries would do. Nothing is merged by it. */
  'registry.previewMerge': declareCall(z.strictObject({ entries, into: entry }))<MergePreview>(),
  /** What a mention without identity may refer to, the likeliest first. Nothing is linked by it. */
  'registry.propose': declareCall(z.strictObject({ annotation, hidden }))<readonly Proposal[]>(),
} as const;
