import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import type { DocumentId, Timestamp, TypeId } from '../../src/core/ids';
import type { Command } from '../../src/core/commands/command';
import { decide } from '../../src/core/commands/decide';
import { isEmptyDiff, type Diff } from '../../src/core/diff';
import type { AnnotationRecord } from '../../src/core/model/annotation';
import type { DocumentRecord } from '../../src/core/model/document';
import { codePoint, makeOffsetTable } from '../../src/core/offsets';
import { problem } from '../../src/core/problem';
import { fail, type Result } from '../../src/core/result';
import { systemClock } from '../../src/engine/clock';
import { beginProject } from '../../src/engine/codebooks/begin';
import { makeProject, type Project } from '../../src/engine/project';
import { createFile } from '../../src/engine/project-file/create';
import type { ProjectFile } from '../../src/engine/project-file/project-file';
import { openWriter } from '../../src/engine/storage/file/open';
import { temporaryFolder } from './folder';

/** The value of a result; a problem fails the test with its code and facts. */
export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.problem.code} ${JSON.stringify(result.problem.params)}`);
  return result.value;
}

export const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.problem.code);

/** A new project with the default codebook, in a real file that goes with the test. */
export function newProject(path = join(temporaryFolder(), 'test.postil'), coderName = 'Anna'): Project {
  valueOf(createFile(path, (writer) => beginProject(writer, coderName, systemClock())));
  return reopenProject(path, coderName);
}

const refuse: ProjectFile['replaceWith'] = (path) => fail(problem('project-locked', { path }));

/** A file without a lock, so that one test can work on it through several connections. */
function plainFile(path: string): ProjectFile {
  const writer = valueOf(openWriter(path, 'wal'));
  return {
    path,
    access: { mode: 'read-write', writer },
    notices: [],
    replaceWith: refuse,
    close: () => writer.close(),
  };
}

/** Opens the project's file once more, as another person or after a restart. */
export function reopenProject(path: string, coderName = 'Anna'): Project {
  return valueOf(makeProject({ path, file: plainFile(path), coderName }));
}

/** Another person who works on an open project, through the same connection. */
export function joinProject(project: Project, coderName: string): Project {
  const { path, access } = project;
  const file = { path, access, notices: [], replaceWith: refuse, close: () => undefined };
  return valueOf(makeProject({ path, file, coderName }));
}

/** A document of a text, as an import makes it. */
export function documentOf(name: string, text: string, position = 0): DocumentRecord {
  return {
    record: 'document',
    id: uuid() as DocumentId,
    name,
    position,
    status: 'draft',
    note: '',
    metadata: {},
    attributes: {},
    sha256: createHash('sha256').update(text).digest('hex'),
    length: makeOffsetTable(text).codePoints,
    encoding: 'utf-8',
    byteOrderMark: false,
    addedAt: new Date().toISOString() as Timestamp,
    origin: null,
  };
}

export const adding = (...added: Diff['added']): Diff => ({ added, updated: [], removed: [] });

/** Imports texts by name, in one change. */
export function addDocuments(project: Project, texts: Readonly<Record<string, string>>): DocumentRecord[] {
  const documents = Object.entries(texts).map(([name, text], index) => documentOf(name, text, index));
  const bySha256 = new Map(
    documents.map((document, index) => [document.sha256, Object.values(texts)[index] ?? '']),
  );
  valueOf(project.commit({ name: 'import', diff: adding(...documents), texts: bySha256 }));
  return documents;
}

/** Runs a command as the interface would. */
export function run(project: Project, command: Command): Result<unknown> {
  const diff = decide(command, project.view, project.context());
  if (!diff.ok || isEmptyDiff(diff.value)) return diff;
  return project.commit({ name: command.name, diff: diff.value });
}

/** Tags a span, and answers with the annotation. */
export function tag(
  project: Project,
  document: DocumentId,
  start: number,
  end: number,
  type = 'entity.person',
): AnnotationRecord {
  const diff = valueOf(
    decide(
      {
        name: 'annotation.create',
        annotations: [
          { document, type: type as TypeId, fragments: [{ start: codePoint(start), end: codePoint(end) }] },
        ],
      },
      project.view,
      project.context(),
    ),
  );
  valueOf(project.commit({ name: 'annotation.create', diff }));
  const [annotation] = diff.added;
  if (annotation?.record !== 'annotation') throw new Error('No annotation was made');
  return annotation;
}

/** Everything that the tables hold but the journal, to compare two moments. */
export function dump(project: Project): unknown {
  const tables = project.reader
    .query<{ name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table'
       AND name NOT IN ('change', 'change_record', 'session', 'document_text') ORDER BY name`,
    )
    .all();
  return Object.fromEntries(
    tables.map(({ name }) => [
      name,
      project.reader.query<object>(`SELECT * FROM "${name}" ORDER BY 1, 2`).all(),
    ]),
  );
}
