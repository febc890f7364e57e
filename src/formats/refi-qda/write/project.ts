import type { CoderRecord } from '../../../core/model/document';
import { nameFor } from '../../codebook/losses';
import { goThrough } from '../../exchange/account';
import type { Contents, DocumentContents } from '../../exchange/contents';
import type { Piece, SerializeContext } from '../../exchange/format';
import { guidFrom, guidOf } from '../guid';
import { ownOrigin } from '../own-names';
import { isCodebookOnly } from '../options';
import { Pen } from './pen';
import { serializeQdc } from '../serialize';
import { codeElements, kindSets } from './codes';
import { LinkWriting } from './links';
import { SelectionWriting } from './selections';
import { VariableWriting } from './variables';

const coderGuid = ({ id }: CoderRecord): string => guidFrom(id);

/**
 * Writes a project (QDA-XML, version 1.5 of the standard): the texts, then `project.qde`, which names them. The
 * documents are gone through three times, so that only one at a time is in memory.
 */
export function* serializeRefi(contents: Contents, context: SerializeContext): Generator<Piece> {
  tellOfCodebook(contents, context);
  if (isCodebookOnly(context.options)) {
    goThrough(contents);
    yield { file: 'codebook.qdc', data: serializeQdc(contents.codebook, context.language).text };
    return;
  }
  const keys = new Set<string>();
  for (const { document, text } of contents.documents()) {
    for (const key of Object.keys(document.metadata)) keys.add(key);
    // A first character that is a byte-order mark would be taken for one.
    yield {
      file: `sources/${guidOf(document)}.txt`,
      data: text.startsWith('\uFEFF') ? `\uFEFF${text}` : text,
    };
  }
  for (const data of projectFile(contents, context, keys)) yield { file: 'project.qde', data };
}

function* projectFile(
  contents: Contents,
  context: SerializeContext,
  keys: ReadonlySet<string>,
): Generator<string> {
  const pen = new Pen(context.lose);
  const variables = new VariableWriting(contents, keys, pen, context);
  const selections = new SelectionWriting(contents, pen, context);
  const links = new LinkWriting(contents, selections, pen, context);
  yield '<?xml version="1.0" encoding="utf-8"?>\n';
  yield `<Project xmlns="urn:QDA-XML:project:1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:QDA-XML:project:1.0 http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd" name="${pen.attribute(contents.name)}" origin="${ownOrigin}">\n`;
  if (contents.coders.length > 0) {
    const users = contents.coders.map((coder) => {
      const name = pen.attribute(coder.name);
      return `    <User guid="${coderGuid(coder)}" name="${name}"/>\n`;
    });
    yield `  <Users>\n${users.join('')}  </Users>\n`;
  }
  if (contents.codebook.types.length > 0)
    yield `  <CodeBook>\n    <Codes>\n${codeElements(contents.codebook, context.language, 3)}    </Codes>\n  </CodeBook>\n`;
  yield variables.declarations();
  if (contents.size > 0) {
    yield '  <Sources>\n';
    for (const one of contents.documents()) yield* source(one, pen, variables, selections);
    yield '  </Sources>\n';
  }
  yield* links.notes();
  yield* links.links();
  const sets = kindSets(contents.codebook, 'targetGUID', 2);
  if (sets.length > 0) yield `  <Sets>\n${sets.join('')}  </Sets>\n`;
  yield '</Project>\n';
}

function* source(
  one: DocumentContents,
  pen: Pen,
  variables: VariableWriting,
  selections: SelectionWriting,
): Generator<string> {
  const { document } = one;
  const guid = guidOf(document);
  const about = (thing: 'document-name' | 'document-note') =>
    ({ thing, record: document.id, part: null, document: document.name }) as const;
  const name = pen.attribute(document.name, about('document-name'));
  yield `    <TextSource guid="${guid}" name="${name}" plainTextPath="internal://${guid}.txt" creationDateTime="${document.addedAt}">\n`;
  if (document.note !== '')
    yield `      <Description>${pen.text(document.note, about('document-note'))}</Description>\n`;
  yield* selections.of(one);
  yield variables.values(document);
  yield '    </TextSource>\n';
}

/** What codes have no place for. What types there are is kept, so that this is told of each that has more. */
function tellOfCodebook(
  { codebook: { types, roles, attributes } }: Contents,
  { lose, language }: SerializeContext,
): void {
  for (const type of types) {
    const { id, examples, key, symmetric, names, guidelines } = type;
    const hasMore =
      examples.length > 0 ||
      key !== null ||
      symmetric ||
      [names, guidelines].some((texts) =>
        Object.keys(texts).some((other) => texts[other] !== nameFor(texts, language)),
      ) ||
      roles.some((role) => role.type === id) ||
      attributes.some(({ owner }) => owner.of === 'type' && owner.type === id);
    const about = { record: id, part: null, document: null };
    if (hasMore) lose({ ...about, thing: 'codebook-detail', reason: 'details' });
    const pen = new Pen(lose);
    pen.text(nameFor(names, language), { ...about, thing: 'type' });
  }
}
