import { addTo } from '../../core/grouped';
import type { Contents, DocumentContents } from '../exchange/contents';
import type { Piece, SerializeContext } from '../exchange/format';
import { arrowOf, isBare, placed, roleArrowOf, tokenPlaces, type TokenPlaces } from '../json-lines/arrows';
import { isObject, listIn, type JsonObject } from '../json-lines/json';
import { kindMember } from '../json-lines/kinds';
import { writtenMetadata } from '../json-lines/metadata';
import { fieldsFrom, fileId } from '../json-lines/origins';
import { tokensOf } from '../json-lines/segmentations';
import { tokenMembersOf } from '../json-lines/token-list';
import type { Tokens } from '../json-lines/tokens';
import { SpanWriter, type WrittenDocument, type WrittenSpan } from '../json-lines/written';
import { entities } from './groups';
import { format } from './parse';

/** The group of what came from no group: where spaCy's span categoriser looks. */
const commonGroup = 'sc';

/** Writes a document in each line. */
export function* serialize(contents: Contents, { language, lose }: SerializeContext): Generator<Piece> {
  const room = { bareEnds: true, relations: true, kinds: true, byCoder: false };
  const writer = new SpanWriter(contents, format, language, room, lose);
  for (const one of contents.documents()) {
    const written = writer.write(one);
    const line = documentOf(one, written, tokensOf(one, written, true, lose));
    yield { file: '', data: `${JSON.stringify(line)}\n` };
  }
  writer.tellUnused();
}

function documentOf(
  { document, text, segmentations }: DocumentContents,
  { spans, relations, roles }: WrittenDocument,
  tokens: Tokens,
): JsonObject {
  const { members, meta } = fieldsFrom(document, format);
  const places = tokenPlaces(tokens.tokens);
  const sentences = segmentations.find(({ unit }) => unit === 'sentence');
  const { ents, groups } = inGroups(
    spans.filter((span) => !isBare(span, format)),
    places,
  );
  return {
    ...(isObject(members) ? members : {}),
    // First what a file is recognised by, before the text makes its beginning long.
    name: document.name,
    ents,
    text,
    spans: groups,
    relations: [
      ...relations.map((relation) => arrowOf(relation, places, format)),
      ...roles.map((role) => roleArrowOf(role, places, format)),
    ],
    meta: writtenMetadata(document.metadata, isObject(meta) ? meta : {}),
    ...(sentences ? { sents: sentences.spans.map(([start, end]) => ({ start, end })) } : {}),
    ...tokenMembersOf(tokens),
  };
}

interface Membership {
  readonly group: string | null;
  readonly members: JsonObject;
}

/** The groups that a span came from. */
const membershipsOf = ({ annotation }: WrittenSpan): readonly Membership[] =>
  listIn(fieldsFrom(annotation, format)['groups']).flatMap((one) =>
    isObject(one) && isObject(one['members'])
      ? [{ group: typeof one['group'] === 'string' ? one['group'] : null, members: one['members'] }]
      : [],
  );

/**
 * `doc.ents` cannot hold spans that overlap; the groups of `doc.spans` can. What came from spaCy stands where it stood;
 * everything else stands in the common group, and entities in `ents` as well, the longer ones first, then the earlier
 * ones, as long as they overlap nothing there (the order of `spacy.util.filter_spans`).
 */
function inGroups(
  spans: readonly WrittenSpan[],
  places: TokenPlaces,
): { readonly ents: readonly JsonObject[]; readonly groups: JsonObject } {
  const ents: { readonly span: WrittenSpan; readonly members: JsonObject }[] = [];
  const groups = new Map<string, JsonObject[]>();
  const put = (group: string, span: WrittenSpan, members: JsonObject): void =>
    addTo(groups, group, spanMember(span, places, members));
  const fresh: WrittenSpan[] = [];
  for (const span of spans) {
    const memberships = membershipsOf(span);
    if (memberships.length === 0) fresh.push(span);
    for (const { group, members } of memberships)
      if (group === entities) ents.push({ span, members });
      else put(group ?? commonGroup, span, members);
  }
  for (const span of fresh) put(commonGroup, span, {});
  const byLength = fresh
    .filter(({ type }) => type.kind === 'entity')
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  for (const span of byLength)
    if (ents.every(({ span: other }) => other.end <= span.start || span.end <= other.start))
      ents.push({ span, members: {} });
  return {
    ents: ents
      .sort((a, b) => a.span.start - b.span.start)
      .map(({ span, members }) => spanMember(span, places, members)),
    groups: Object.fromEntries(groups),
  };
}

const spanMember = (span: WrittenSpan, places: TokenPlaces, members: JsonObject): JsonObject => ({
  ...members,
  id: fileId(span.annotation, format),
  ...placed(span, places),
  label: span.label,
  ...kindMember(span.type.kind),
});
