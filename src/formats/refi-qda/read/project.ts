import { addTo } from '../../../core/grouped';
import type { TypeId } from '../../../core/ids';
import { problem, type Problem } from '../../../core/problem';
import { settleReferences } from '../../codebook/references';
import type { Parsed } from '../../exchange/drafts';
import type { ParseContext, SourceFile } from '../../exchange/format';
import { GrowingCodebook } from '../../exchange/growing-codebook';
import { folderOf } from '../../exchange/paths';
import { parseExchangeXml } from '../../xml/exchange';
import { childrenNamed, childrenOf, type XmlElement } from '../../xml/tree';
import { codedSelections, linkEnds } from './coded-selections';
import { filled, formatName, normalGuid } from '../guid';
import { ownOrigin } from '../own-names';
import { parseQdc } from '../parse';
import { PlacedText, type Reading } from './placed-text';
import { descriptionIn, kindOfSet, readCodes, setsIn } from './codes';
import type { ProjectParts } from './project-parts';
import { DocumentReading } from './document';
import { Links, type LinkEnd } from './links';
import { Notes } from './notes';
import { selectionsOf, textOf, textSources, type TextSource } from './sources';
import { Variables } from './variables';
import { Election, warningsOf } from './reading';
import { SourceFiles } from './source-files';

/** Reads projects (`.qde` with the files beside it) and codebooks (`.qdc`): QDA-XML, version 1.5 of the standard. */
export async function* parseRefi(
  files: readonly SourceFile[],
  context: ParseContext,
): AsyncGenerator<Parsed> {
  for (const file of files) {
    if (/\.qdc$/iu.test(file.path)) yield* parseCodebook(file, context);
    if (/\.qde$/iu.test(file.path)) yield* parseProject(file, new SourceFiles(files), context);
  }
}

const warned = (found: Problem): Parsed => ({ kind: 'warning', problem: found });

/** A problem that was found without knowing in which file. */
const inFile = ({ code, params }: Problem, file: string): Parsed =>
  warned(
    problem('format-broken', {
      file,
      line: Number(params['line'] ?? 1),
      detail: String(params['detail'] ?? code),
    }),
  );

async function* parseCodebook(file: SourceFile, { language }: ParseContext): AsyncGenerator<Parsed> {
  const read = parseQdc(await file.whole(), language);
  if (!read.ok) {
    yield inFile(read.problem, file.path);
    return;
  }
  const { types, roles, attributes, terms } = read.value.codebook;
  yield { kind: 'codebook', codebook: { types, roles, attributes, terms } };
  yield* read.value.warnings.map(warned);
}

async function* parseProject(
  qde: SourceFile,
  files: SourceFiles,
  { language, options }: ParseContext,
): AsyncGenerator<Parsed> {
  const { path } = qde;
  const tree = parseExchangeXml(await qde.whole(), path);
  if (!tree.ok || tree.value.name !== 'Project') {
    yield warned(tree.ok ? problem('codebook-invalid', { place: tree.value.name }) : tree.problem);
    return;
  }
  const project = tree.value;
  const folder = folderOf(path);
  const isOwn = (project.attributes['origin'] ?? '').startsWith(ownOrigin);
  const notes = await Notes.read(project, files, folder, isOwn);
  const sets = setsIn(project);
  const read = childrenNamed(project, 'CodeBook').map((book) =>
    readCodes(book, sets, language, (code) => notes.noteOf(code)),
  );
  const settled = settleReferences({
    types: read.flatMap(({ types }) => types),
    roles: [],
    attributes: [],
    terms: [],
  });
  yield* [...read.flatMap(({ warnings }) => warnings), ...settled.warnings].map(warned);
  yield* childrenNamed(project, 'CodeBook')
    .flatMap(misplacedIn)
    .map((element) => warned(ignored(element, path)));
  const codebook = new GrowingCodebook(formatName, language, settled.codebook);
  const links = new Links(project, notes, isOwn);
  const variables = new Variables(project, codebook, isOwn);

  const { sources, warnings } = textSources(project, path);
  yield* [...warnings, ...leftOut(project, sets, path)].map(warned);
  const asked = options['ends'];
  const election = new Election(asked === 'inclusive' || asked === 'exclusive' ? asked : null);
  const ends = new Map<string, LinkEnd>();
  const present: { readonly key: string; readonly source: TextSource }[] = [];
  for (const [index, source] of sources.entries()) {
    const found = await textOf(source, files, folder);
    if ('missing' in found) {
      yield warned(problem('format-file-missing', { file: path, missing: found.missing }));
      continue;
    }
    const key = `${folder}${source.guid} ${index}`;
    present.push({ key, source });
    const { selections, warnings: broken } = selectionsOf(source, path);
    const { coded, warnings: twice } = codedSelections(selections, { isOwn, links, file: path });
    yield* [...broken, ...twice].map(warned);
    if (!source.isTranscript) election.add(new PlacedText(found.text), selections);
    for (const [guid, end] of linkEnds(key, coded, source)) if (!ends.has(guid)) ends.set(guid, end);
  }
  const decision = election.decide();
  if (asked !== decision.reading.ends) yield* warningsOf(decision, path).map(warned);
  const bound = links.byDocument(ends, path);
  yield* bound.warnings.map(warned);
  const parts: ProjectParts = {
    ...{ file: path, isOwn, codebook, notes, links, variables },
    types: new Map(settled.codebook.types.map((type) => [type.id, type])),
    users: usersOf(project),
    groups: groupsOf(project, sets),
    reading: decision.reading satisfies Reading,
    quotation: (): TypeId => codebook.type('entity', 'Quotation'),
  };
  for (const { key, source } of present) {
    const found = await textOf(source, files, folder);
    if ('missing' in found) continue;
    const reading = new DocumentReading(source, found.text, parts);
    const document = reading.draft(key, bound.links.get(key) ?? [], ends);
    yield* growth(codebook);
    yield* reading.warnings.map(warned);
    yield { kind: 'document', document };
  }
  yield* growth(codebook);
  for (const note of notes.unused()) yield warned(ignored(note, path));
}

function* growth(codebook: GrowingCodebook): Generator<Parsed> {
  const grown = codebook.grown();
  if (grown) yield { kind: 'codebook', codebook: grown };
}

/** The parts of a project, which stand nowhere but at its top. */
const partsOfProject: ReadonlySet<string> = new Set([
  'Users',
  'CodeBook',
  'Variables',
  'Cases',
  'Sources',
  'Notes',
  'Links',
]);

/** Parts of a project that stand in its codebook, where nobody looks for them. */
const misplacedIn = (element: XmlElement): readonly XmlElement[] =>
  childrenOf(element).flatMap((child) => (partsOfProject.has(child.name) ? [child] : misplacedIn(child)));

const ignored = (element: XmlElement, file: string): Problem =>
  problem('format-line-ignored', {
    file,
    line: element.line,
    text: `<${element.name}> ${element.attributes['name'] ?? element.attributes['guid'] ?? ''}`.trim(),
  });

/** What a project holds and Postil has no place for: drawings, sets of codes, parts of cases, its description. */
function leftOut(project: XmlElement, sets: readonly XmlElement[], file: string): readonly Problem[] {
  const graphs = childrenNamed(project, 'Graphs').flatMap((all) => childrenNamed(all, 'Graph'));
  const ofCodes = sets.filter(
    (set) =>
      kindOfSet(set) === undefined &&
      (childrenNamed(set, 'MemberCode').length > 0 || childrenNamed(set, 'MemberNote').length > 0),
  );
  const ofCases = childrenNamed(project, 'Cases')
    .flatMap((all) => childrenNamed(all, 'Case'))
    .filter(
      (one) =>
        childrenNamed(one, 'CodeRef').length > 0 ||
        childrenNamed(one, 'SelectionRef').length > 0 ||
        childrenNamed(one, 'SourceRef').length === 0,
    );
  const said = descriptionIn(project) === '' ? [] : childrenNamed(project, 'Description');
  return [...graphs, ...ofCodes, ...ofCases, ...said].map((element) => ignored(element, file));
}

const usersOf = (project: XmlElement): ReadonlyMap<string, string> =>
  new Map(
    childrenNamed(project, 'Users')
      .flatMap((users) => childrenNamed(users, 'User'))
      .map(({ attributes }) => [
        normalGuid(attributes['guid']),
        attributes['name'] ?? filled(attributes['id']) ?? normalGuid(attributes['guid']),
      ]),
  );

/** The cases and sets that each source is in. */
function groupsOf(
  project: XmlElement,
  sets: readonly XmlElement[],
): ReadonlyMap<string, readonly XmlElement[]> {
  const groups = new Map<string, XmlElement[]>();
  const cases = childrenNamed(project, 'Cases').flatMap((all) => childrenNamed(all, 'Case'));
  for (const group of [...cases, ...sets])
    for (const ref of childrenOf(group)) {
      if (ref.name !== 'SourceRef' && ref.name !== 'MemberSource') continue;
      addTo(groups, normalGuid(ref.attributes['targetGUID']), group);
    }
  return groups;
}
