import type { Kind } from '../../core/model/codebook';
import type { Json } from '../../core/model/origin';
import type { JsonObject } from './json';

/** The kind that a span says it is of: Postil writes it beside the label of whatever is no entity. */
export const readKind = (kind: Json | undefined): Exclude<Kind, 'relation'> =>
  kind === 'event' || kind === 'statement' ? kind : 'entity';

/** What tells the kind of a span; nothing for an entity. */
export const kindMember = (kind: Kind): JsonObject => (kind === 'entity' ? {} : { kind });
