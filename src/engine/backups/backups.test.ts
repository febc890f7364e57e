import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { addDocuments, codeOf, newProject, tag, valueOf } from '../../../tests/support/engine';
import { temporaryFolder } from '../../../tests/support/folder';
import { emptyProject, problemOf, withRawSql } from '../../../tests/support/project';
import type { Timestamp } from '../../core/ids';
import { openProject } from '../engine';
import { openProjectFile } from '../project-file/open';
import { backupsFolder } from '../project-file/paths';
import { upgrade } from '../project-file/upgrade';
import { makeProject, type Project } from '../project';
import { latestVersion, migrations } from '../storage/migrations/migrate';
import { openReader, openWriter } from '../storage/file/open';
import type { Timer } from './timer';

const text = 'Встреча 🇳🇴 прошла в Осло.';

let path: string;
let close: () => Promise<void>;

/** Opens the project as the engine does; the clock moves on by a minute whenever somebody looks at it. */
async function open(how: 'normally' | 'read-only' | 'from-backup' = 'normally'): Promise<Project> {
  const file = valueOf(await openProjectFile(path, how, 'Anna'));
  const project = valueOf(makeProject({ path, file, coderName: 'Anna', now: minuteByMinute }));
  close = async () => {
    await project.backups.stop();
    file.close();
  };
  return project;
}

let minutes = 0;
const minuteByMinute = (): Timestamp => {
  minutes += 1;
  return new Date(Date.parse('2026-11-22T09:00:00Z') + minutes * 60_000).toISOString() as Timestamp;
};

/** A timer that goes off when the test says so, and how far apart it was asked to. */
function handTimer(): { timer: Timer; goOff: () => void; interval: () => number | null } {
  let work = (): void => undefined;
  let asked: number | null = null;
  return {
    timer: (interval, wanted) => {
      work = wanted;
      asked = interval;
      return () => {
        work = () => undefined;
        asked = null;
      };
    },
    goOff: () => work(),
    interval: () => asked,
  };
}

const tagIn = (project: Project): void => {
  const [document] = project.reader.query<{ id: string }>('SELECT id FROM document').all();
  tag(project, document?.id as never, 0, 7);
};

const annotationsIn = (project: Project): number =>
  project.reader.query<{ n: number }>('SELECT count(*) AS n FROM annotation').first()?.n ?? -1;

const reasonsOf = (project: Project): string[] => project.backups.list().map(({ reason }) => reason);

beforeEach(() => {
  minutes = 0;
  path = join(temporaryFolder(), 'news.postil');
  const project = newProject(path);
  addDocuments(project, { 'a.txt': text });
  project.reader.close();
});

describe('backups made by themselves', () => {
  it('come at opening, unless nothing changed since the last', async () => {
    const first = await open();
    first.backups.start(handTimer().timer);
    await close();
    expect(reasonsOf(first)).toEqual(['opening']);

    const second = await open();
    second.backups.start(handTimer().timer);
    await second.backups.stop();
    tagIn(second);
    await close();
    expect(reasonsOf(second)).toEqual(['opening']);

    const third = await open();
    third.backups.start(handTimer().timer);
    await close();
    expect(third.backups.list()).toMatchObject([
      { reason: 'opening', documents: 1, annotations: 1 },
      { reason: 'opening', documents: 1, annotations: 0 },
    ]);
  });

  it('come every hour while work goes on', async () => {
    const project = await open();
    const { timer, goOff, interval } = handTimer();
    project.backups.start(timer);
    expect(interval()).toBe(60 * 60 * 1000);
    goOff();
    goOff();
    await project.backups.make('asked-for');
    expect(reasonsOf(project)).toEqual(['asked-for', 'opening']);
    tagIn(project);
    goOff();
    await close();
    expect(reasonsOf(project)).toEqual(['hourly', 'asked-for', 'opening']);
    expect(interval()).toBeNull();
  });

  it('spare a project without documents', async () => {
    path = emptyProject();
    const project = await open();
    project.backups.start(handTimer().timer);
    await close();
    expect(readdirSync(join(path, '..'))).toEqual(['thesis.postil']);
  });

  it('come before a migration, and hold what was there before it', async () => {
    const writer = valueOf(openWriter(path, 'wal'));
    const next = { version: latestVersion + 1, script: 'CREATE TABLE memo (id TEXT PRIMARY KEY) STRICT' };
    expect(valueOf(await upgrade(writer))).toBe(false);
    expect(valueOf(await upgrade(writer, [...migrations, next]))).toBe(true);
    expect(writer.pragma('user_version')).toBe(latestVersion + 1);
    writer.close();
    const [name = ''] = readdirSync(backupsFolder(path));
    expect(name).toMatch(/ migration\.postil$/);
    const backup = valueOf(openReader(join(backupsFolder(path), name)));
    expect(backup.pragma('user_version')).toBe(latestVersion);
    backup.close();
  });

  it('leave a file of an older version alone where they cannot be made', async () => {
    writeFileSync(backupsFolder(path), 'a file where the folder should be');
    const writer = valueOf(openWriter(path, 'wal'));
    const next = { version: latestVersion + 1, script: 'CREATE TABLE memo (id TEXT PRIMARY KEY) STRICT' };
    expect((await upgrade(writer, [...migrations, next])).ok).toBe(false);
    expect(writer.pragma('user_version')).toBe(latestVersion);
    writer.close();
  });

  it('are told of where they fail', async () => {
    writeFileSync(backupsFolder(path), 'a file where the folder should be');
    const project = await open();
    project.backups.start(handTimer().timer);
    await project.backups.stop();
    expect(project.notices).toEqual(['backups-failing']);
    await close();
  });

  it('rotate', async () => {
    const project = await open();
    mkdirSync(backupsFolder(path));
    const old = '2020-01-01 09-00-00.000Z hourly.postil';
    writeFileSync(join(backupsFolder(path), old), '');
    for (let index = 0; index < 11; index += 1) valueOf(await project.backups.make('hourly'));
    expect(readdirSync(backupsFolder(path))).toHaveLength(10);
    expect(readdirSync(backupsFolder(path))).not.toContain(old);
    await close();
  });
});

describe('a backup', () => {
  it('is one sound file that nobody has open, with everything up to its moment', async () => {
    const project = await open();
    tagIn(project);
    const made = valueOf(await project.backups.make('asked-for'));
    expect(made).toMatchObject({ reason: 'asked-for', documents: 1, annotations: 1 });
    await close();
    expect(readdirSync(backupsFolder(path))).toEqual([made.name]);
    const file = join(backupsFolder(path), made.name);
    expect(readFileSync(file)).toHaveLength(made.bytes);
    expect(readFileSync(file).readUInt8(18)).toBe(1);
    withRawSql(file, (database) => {
      expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(database.prepare('SELECT * FROM session').all()).toEqual([]);
    });
  });

  it('is made while work goes on, of one moment', async () => {
    const project = await open();
    addDocuments(project, { 'long.txt': 'Осло '.repeat(1_000_000) });
    const making = project.backups.make('asked-for');
    const state = { done: false, tagged: 0 };
    void making.then(() => (state.done = true));
    while (!state.done) {
      tagIn(project);
      state.tagged += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
    const { tagged } = state;
    const made = valueOf(await making);
    expect(tagged).toBeGreaterThan(3);
    expect(made.annotations).toBeLessThanOrEqual(tagged);
    expect(annotationsIn(project)).toBe(tagged);
    await close();
    withRawSql(join(backupsFolder(path), made.name), (database) => {
      expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(database.pragma('foreign_key_check')).toEqual([]);
      expect(database.prepare('SELECT count(*) FROM fragment').pluck().get()).toBe(made.annotations);
    });
  });

  it('that can no longer be read is not offered', async () => {
    const project = await open();
    const made = valueOf(await project.backups.make('asked-for'));
    writeFileSync(join(backupsFolder(path), made.name), 'gone');
    expect(project.backups.list()).toEqual([]);
    await close();
  });
});

describe('restoring a backup', () => {
  it('brings its contents back, tells the windows, and can itself be taken back', async () => {
    const project = await open();
    const events: string[] = [];
    project.events.subscribe((name) => events.push(name));
    tagIn(project);
    const early = valueOf(await project.backups.make('asked-for'));
    tagIn(project);
    tagIn(project);
    expect(codeOf(await project.restore(early.name))).toBe('ok');
    expect(events.at(-1)).toBe('replaced');
    expect(annotationsIn(project)).toBe(1);
    expect(project.journal.undo).toBe('annotation.create');

    const [saved] = project.backups.list();
    expect(saved).toMatchObject({ reason: 'before-restore', annotations: 3 });
    tagIn(project);
    expect(annotationsIn(project)).toBe(2);
    expect(codeOf(await project.restore(saved?.name ?? ''))).toBe('ok');
    expect(annotationsIn(project)).toBe(3);
    await close();
    expect(readdirSync(join(path, '..')).sort()).toEqual(['news.postil', 'news.postil-backups']);
    expect(annotationsIn(await open())).toBe(3);
    await close();
  });

  it('saves once more what was tagged while the project was being saved', async () => {
    const project = await open();
    const early = valueOf(await project.backups.make('asked-for'));
    let isFirst = true;
    const quiet = (): Promise<void> => {
      if (isFirst) tagIn(project);
      isFirst = false;
      return Promise.resolve();
    };
    expect(codeOf(await project.backups.restore(early.name, quiet))).toBe('ok');
    expect(annotationsIn(project)).toBe(0);
    expect(project.backups.list()[0]).toMatchObject({ reason: 'before-restore', annotations: 1 });
    await close();
  });

  it('is refused for a backup that is not there, and for names that lead elsewhere', async () => {
    const project = await open();
    expect(problemOf(await project.restore('2026-11-22 09-00-00.000Z hourly.postil')).code).toBe(
      'backup-missing',
    );
    expect(problemOf(await project.restore('../news.postil')).code).toBe('backup-missing');
    await close();
  });

  it('is refused for a backup that is damaged, and changes nothing', async () => {
    const project = await open();
    const made = valueOf(await project.backups.make('asked-for'));
    tagIn(project);
    const file = join(backupsFolder(path), made.name);
    writeFileSync(file, readFileSync(file).fill(0, 8192, 40_000));
    expect(problemOf(await project.restore(made.name)).code).toBe('backup-damaged');
    expect(annotationsIn(project)).toBe(1);
    tagIn(project);
    expect(annotationsIn(project)).toBe(2);
    await close();
  });

  it('is refused while another program reads the project, in which work goes on', async () => {
    const project = await open();
    const made = valueOf(await project.backups.make('asked-for'));
    tagIn(project);
    const reader = valueOf(openReader(path));
    reader.query('SELECT count(*) FROM annotation').all();
    expect(problemOf(await project.restore(made.name)).code).toBe('project-locked');
    reader.close();
    expect(project.reader.pragma('journal_mode')).toBe('wal');
    tagIn(project);
    expect(annotationsIn(project)).toBe(2);
    expect(codeOf(await project.restore(made.name))).toBe('ok');
    expect(annotationsIn(project)).toBe(0);
    await close();
  });

  it('is refused in a project that is only looked at', async () => {
    const working = await open();
    const made = valueOf(await working.backups.make('asked-for'));
    await close();
    const reading = await open('read-only');
    expect(problemOf(await reading.restore(made.name)).code).toBe('project-read-only');
    await close();
  });
});

describe('opening the newest backup in the place of a damaged project', () => {
  it('keeps what is left of the project beside it', async () => {
    const project = await open();
    tagIn(project);
    valueOf(await project.backups.make('hourly'));
    await close();
    writeFileSync(path, 'ruins');
    const recovered = await open('from-backup');
    expect(recovered.notices).toEqual(['restored-from-backup']);
    expect(annotationsIn(recovered)).toBe(1);
    await close();
    const files = readdirSync(join(path, '..')).sort();
    expect(files).toEqual([
      expect.stringMatching(/^news \(damaged \d{4}-\d\d-\d\d \d\d-\d\d-\d\d\)\.postil$/) as string,
      'news.postil',
      'news.postil-backups',
    ]);
    expect(readFileSync(join(path, '..', files[0] ?? ''), 'utf8')).toBe('ruins');
  });

  it('takes an older one where the newest is damaged too', async () => {
    const project = await open();
    valueOf(await project.backups.make('hourly'));
    tagIn(project);
    const newest = valueOf(await project.backups.make('hourly'));
    await close();
    writeFileSync(join(backupsFolder(path), newest.name), 'ruins');
    expect(annotationsIn(await open('from-backup'))).toBe(0);
    await close();
  });

  it('is refused, and leaves the file alone, where there is no backup', async () => {
    writeFileSync(path, 'ruins');
    const refused = await openProjectFile(path, 'from-backup', 'Anna');
    expect(problemOf(refused).code).toBe('backup-missing');
    expect(readdirSync(join(path, '..'))).toEqual(['news.postil']);
    expect(readFileSync(path, 'utf8')).toBe('ruins');
  });
});

describe('the calls of an engine', () => {
  it('make, list and restore backups', async () => {
    const engine = valueOf(await openProject({ path, coderName: 'Anna', how: 'normally' }));
    const heard: string[] = [];
    engine.subscribe((name) => heard.push(name));
    const made = valueOf(await engine.calls['backups.make']({}));
    const [summary] = valueOf(await engine.calls['documents.list']({}));
    const removal = { name: 'document.remove' as const, documents: [summary?.document.id ?? ('' as never)] };
    valueOf(await engine.calls['change.run']({ command: removal }));
    expect(valueOf(await engine.calls['documents.list']({}))).toEqual([]);
    expect(valueOf(await engine.calls['backups.list']({}))).toContainEqual(made);
    valueOf(await engine.calls['backups.restore']({ name: made.name }));
    expect(heard).toContain('replaced');
    expect(valueOf(await engine.calls['documents.list']({}))).toHaveLength(1);
    await engine.close();
    expect(readdirSync(join(path, '..')).sort()).toEqual(['news.postil', 'news.postil-backups']);
  });
});
