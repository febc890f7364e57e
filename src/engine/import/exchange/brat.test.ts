import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { newProject, run, valueOf } from '../../../../tests/support/engine';
import { faultsIn } from '../../../../tests/support/exchange/faults';
import { holdsForAny } from '../../../../tests/support/exchange/properties';
import { roundTrip } from '../../../../tests/support/exchange/round-trip';
import { temporaryFolder } from '../../../../tests/support/folder';
import { folderWith, importFiles, inspectFiles } from '../../../../tests/support/import';
import { plainExport } from '../../../contract/exchange';
import type { TypeRecord } from '../../../core/model/codebook';
import { handlers } from '../../calls/handlers';
import type { Project } from '../../project';
import { annotationsOf } from '../../storage/records/annotations';
import { types } from '../../storage/records/codebook';
import { documents } from '../../storage/records/documents';
import { entries } from '../../storage/records/registry';
import { linksOfDocument } from '../../storage/records/links';

vi.setConfig({ testTimeout: 60_000 });

const news = join(import.meta.dirname, '../../../../../shared/data/brat-news');

describe.skipIf(!existsSync(news))(
  'the news collection of brat (skipped where ../shared/data is missing)',
  () => {
    it('comes in whole: every text, mention, event, relation, attribute, reference, equivalence and note', async () => {
      const project = newProject();
      const report = valueOf(await importFiles(project, [news]));
      const { reader } = project;
      const all = documents.all(reader).flatMap(({ id }) => annotationsOf(reader, id));
      const links = documents.all(reader).flatMap(({ id }) => linksOfDocument(reader, id));
      expect(report.problems).toEqual([]);
      expect(report.warnings.map(({ problem }) => problem.code)).toEqual(
        Array<string>(3).fill('codebook-abstract-type'),
      );
      expect(documents.all(reader)).toHaveLength(13);
      // 119 text-bound lines, of which 23 are the triggers of as many events, and 8 relations.
      expect(all).toHaveLength(119 + 8);
      expect(links).toHaveLength(68);
      expect(entries.all(reader).map(({ name, identifiers }) => [name, identifiers])).toEqual([
        ['Joanne Rowling', []],
        ['Terry Pratchett', []],
        ['Carlos Salinas de Gortari', [{ scheme: 'Wikipedia', value: '64488' }]],
      ]);
      expect(all.filter(({ entry }) => entry !== null)).toHaveLength(6);
      expect(all.reduce((sum, { attributes }) => sum + Object.keys(attributes).length, 0)).toBe(11);
      expect(all.filter(({ note }) => note !== '')).toHaveLength(4);
      expect(await faultsIn(project)).toEqual([]);
    });

    it('goes out equal: each text, each file of annotations and its configuration byte by byte', async () => {
      const project = newProject();
      valueOf(await importFiles(project, [news]));
      const out = join(temporaryFolder(), 'out');
      const plan = plainExport('brat');
      valueOf(await handlers['export.run'](project, { job: 'export', plan, out }));
      const names = readdirSync(news).filter((name) => /\.(txt|ann|conf)$/u.test(name));
      expect(names).toHaveLength(26 + 4);
      for (const name of names)
        expect([name, readFileSync(join(out, name), 'utf8')]).toEqual([
          name,
          readFileSync(join(news, name), 'utf8'),
        ]);
    });
  },
);

describe('the configuration of a collection of brat', () => {
  const configuration = [
    '# Who and where',
    '[entities]',
    'Person',
    'Place | Location',
    '',
    '[relations]',
    '<ANYONE>=Person',
    'Lives    Arg1:<ANYONE>,  Arg2:Place',
    '[events]',
    'Meet\tWho+:<ANYONE>',
    '[attributes]',
    'Sure  Arg:<EVENT>',
    '[options]',
    'Tokens tokenizer:whitespace',
  ];
  const collection = {
    'annotation.conf': configuration.join('\r\n'),
    'visual.conf': '[labels]\nPerson | Person | P\n[drawing]\nSPAN_DEFAULT\tfgColor:black\n',
    'tools.conf': '[search]\n# none\n',
    'kb_shortcuts.conf': 'P Person\n',
    'a.txt': 'Anna met Boris.',
    // Neither a type nor an attribute of it needs to be declared.
    'a.ann': 'T1\tPerson 0 4\tAnna\nT2\tGhost 9 14\tBoris\nA1\tOdd T2\n',
    'b.txt': 'No.',
    'b.ann': '',
  };
  const imported = async (): Promise<Project> => {
    const project = newProject();
    valueOf(await importFiles(project, [folderWith(collection)], { format: 'brat' }));
    return project;
  };
  const exported = async (project: Project) => {
    const out = join(temporaryFolder(), 'out');
    const plan = plainExport('brat');
    const { losses } = valueOf(await handlers['export.run'](project, { job: 'export', plan, out }));
    return {
      files: Object.fromEntries(
        readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'utf8')]),
      ),
      isRewritten: losses.some(({ reason }) => reason === 'rewritten'),
    };
  };
  const typeNamed = (project: Project, name: string): TypeRecord => {
    const found = types.all(project.reader).find(({ names }) => names['en'] === name);
    if (!found) throw new Error(`No type ${name}`);
    return found;
  };
  const fields = {
    names: { en: 'Thing' },
    guidelines: {},
    examples: [],
    hue: 10,
    key: null,
    symmetric: false,
  };

  it('goes out as it came, with comments, macros and what Postil has no use for', async () => {
    expect(await exported(await imported())).toEqual({ files: collection, isRewritten: false });
  });

  it('goes out with sections at its end for what came into the codebook since', async () => {
    const project = await imported();
    const created = { name: 'type.create', kind: 'entity', parent: null, type: fields } as const;
    valueOf(run(project, created));
    const { files, isRewritten } = await exported(project);
    expect(isRewritten).toBe(false);
    expect(files['annotation.conf']).toBe(`${collection['annotation.conf']}\r\n\r\n[entities]\r\nThing\r\n`);
    expect(files['visual.conf']?.startsWith(collection['visual.conf'])).toBe(true);
    expect(files['visual.conf']).toContain('\n[labels]\nThing | Thing\n');
  });

  it('is written anew, and told to be, where it says what the codebook does not say any more', async () => {
    const project = await imported();
    const { id } = typeNamed(project, 'Meet');
    valueOf(run(project, { name: 'type.remove', type: id, to: null, keep: false }));
    const { files, isRewritten } = await exported(project);
    expect(isRewritten).toBe(true);
    expect(files['annotation.conf']).not.toMatch(/Meet|#/u);
    expect(files['tools.conf']).toBe(collection['tools.conf']);
  });
});

describe('a project as brat', () => {
  it('keeps a relation that its file says twice, which is no fault there', async () => {
    const project = newProject();
    const annotations = [
      'T1\tPerson 0 4\tAnna',
      'T2\tPlace 14 18\tOslo',
      'R1\tLives Arg1:T1 Arg2:T2',
      'R2\tLives Arg1:T1 Arg2:T2',
      '',
    ].join('\n');
    const folder = folderWith({ 'a.txt': 'Anna lives in Oslo.', 'a.ann': annotations });
    expect(valueOf(await importFiles(project, [folder])).warnings).toEqual([]);
    expect(await faultsIn(project)).toEqual([]);
    const out = join(temporaryFolder(), 'out');
    valueOf(await handlers['export.run'](project, { job: 'export', plan: plainExport('brat'), out }));
    expect(readFileSync(join(out, 'a.ann'), 'utf8')).toBe(annotations);
  });

  it('comes back as it was, minus what the report of losses names', async () => {
    const { differences, contradictions, warnings } = await roundTrip('brat');
    expect(differences).toEqual([]);
    expect(contradictions).toEqual([]);
    expect(warnings).toEqual([]);
  });
});

describe('a dirty document of brat', () => {
  const text = 'Мэр 🇧🇾 города\nМинск встретил\tпосла. Он сказал: «да».\n';
  const lines = [
    '#\ta comment',
    'T7\tMeet 20 28\tвстретил',
    'T2 \tP 0 3\tМэр',
    'T3\tP 0 3;7 19\tМэр города Минск',
    'T4\tP 20 34\tвстретил\tпосла',
    'E2\tMeet:T7 Who:T3  Who3:T4 Who2:T99',
    'E1\tMeet:T7 Who:T4 About:E2 ',
    '',
    'R5\tKnows Arg1:T3 Arg2:T7',
    'R6\tKnows Arg1:T3 Arg2:T77',
    'A3\tSure E1',
    'M1\tNegated E2',
    'A2\tDegree T7 very',
    'A9\tDegree T3',
    'N2\tReference T3 Wikipedia:1\tМинск',
    'N3\tReference T3 GeoNames:2\tMinsk',
    'N1\tReference T4 Wikipedia:1\tthe same',
    '#4\tAnnotatorNotes T3\tfirst',
    '#2\tAnnotatorNotes T3\tsecond\twith a tab',
    '#3\tAnnotationError E1\tby a program',
    '#5\tAnnotatorNotes A3\ton an attribute',
    '*\tAlias T3 T4 T55',
    'T60\tP 3 3\t',
    'T61\tP 0 5;3 8\tover each other',
    'T62\tP 7 9;0 3;0 3\tin no order',
    'N60\tReference T60 Wikidata:foo\tno item',
    'N61\tReference T61 Wikipedia:a b\tmore words',
    '#60\tAnnotatorNotes T60\t',
    'T100\tP 900 901\tx',
    // A trigger of events of other types, which was not called like any of them.
    'E3\tTell:T7 Who:T4',
    // Equal to what is not there, to what has a reference, and to what is of another kind.
    'T70\tP 0 3\tМэр',
    '*\tAlias T70 T77',
    'T71\tP 0 3\tМэр',
    '*\tAlias T71 T4',
    '*\tSame T60 E1',
    // Notes that share an id.
    '#7\tAnnotatorNotes T70\tone',
    '#7\tAnnotatorNotes T71\tother',
    // Relations that need each other, and at last something that is not there.
    'R7\tKnows Arg1:R8 Arg2:T3',
    'R8\tKnows Arg1:R6 Arg2:T3',
  ];

  it('goes out with every line as it came in, whatever the lines end with', async () => {
    for (const [newline, end] of [
      ['\n', '\n'],
      ['\r\n', '\r\n'],
      ['\n', ''],
      ['\r', '\r'],
    ] as const) {
      const ann = lines.join(newline) + end;
      const folder = folderWith({
        'sub/a.txt': text,
        'sub/a.ann': ann,
        'annotation.conf': '[entities]\nP\n',
      });
      const project = newProject();
      const { problems } = valueOf(await importFiles(project, [folder]));
      expect(problems.filter(({ problem }) => !problem.code.startsWith('format-'))).toEqual([]);
      const out = join(temporaryFolder(), 'out');
      const plan = plainExport('brat');
      valueOf(await handlers['export.run'](project, { job: 'export', plan, out }));
      expect(readFileSync(join(out, 'sub/a.ann'), 'utf8')).toBe(ann);
      expect(readFileSync(join(out, 'sub/a.txt'), 'utf8')).toBe(text);
    }
  });
});

describe('a collection of brat', () => {
  const text = 'Ann met Bob and Cy.\n';

  it('keeps what comes second under an id apart, and gives new things no id that a line speaks of', async () => {
    const ann = ['E1\tMeet:T2 Who:T1 Who2:T3', 'T2\tMeet 4 7\tmet', 'T1\tP 0 3\tAnn', 'T1\tP 8 11\tBob'].join(
      '\n',
    );
    const project = newProject();
    const told = valueOf(await importFiles(project, [folderWith({ 'a.txt': text, 'a.ann': ann })]));
    expect(told.warnings.map(({ problem }) => problem.code)).toEqual(['format-id-again']);
    expect(told.problems.map(({ problem }) => problem.code)).toEqual(['format-reference-missing']);
    const out = join(temporaryFolder(), 'out');
    valueOf(await handlers['export.run'](project, { job: 'export', plan: plainExport('brat'), out }));
    expect(readFileSync(join(out, 'a.ann'), 'utf8')).toBe(ann.replace('T1\tP 8', 'T4\tP 8'));
  });

  it('brings its codebook instead of the one that a project began with, also after that was taken back once', async () => {
    const folder = folderWith({
      'annotation.conf': '[entities]\nP\n',
      'a.txt': text,
      'a.ann': 'T1\tP 0 3\tAnn\n',
    });
    const project = newProject();
    const began = types.all(project.reader).length;
    for (let time = 0; time < 2; time += 1) {
      expect(valueOf(await inspectFiles(project, [folder])).isNewProject).toBe(true);
      valueOf(await importFiles(project, [folder]));
      expect(types.all(project.reader).map(({ id }) => id)).toEqual(['entity.P']);
      expect(valueOf(await inspectFiles(project, [folder])).isNewProject).toBe(false);
      valueOf(project.undo());
      expect(types.all(project.reader)).toHaveLength(began);
    }
    // A codebook that somebody worked on stays: the files' own comes beside it.
    run(project, { name: 'type.change', type: 'entity.person' as TypeRecord['id'], change: { hue: 9 } });
    expect(valueOf(await inspectFiles(project, [folder])).isNewProject).toBe(false);
    valueOf(await importFiles(project, [folder]));
    expect(types.all(project.reader)).toHaveLength(began + 1);
  });

  it('keeps its folders, with configurations in several of them or in none', async () => {
    for (const configurations of [[], ['annotation.conf'], ['a/annotation.conf', 'b/annotation.conf']]) {
      const folder = folderWith({
        ...Object.fromEntries(configurations.map((path) => [path, '[entities]\nP\n'])),
        'a/1.txt': `${text}a`,
        'a/1.ann': 'T1\tP 0 3\tAnn\n',
        'b/deep/1.txt': `${text}b`,
        'b/deep/1.ann': '',
      });
      const project = newProject();
      const { problems } = valueOf(await importFiles(project, [folder]));
      expect(problems).toEqual([]);
      expect(documents.all(project.reader).map(({ name }) => name)).toEqual(['a/1', 'b/deep/1']);
    }
  });

  it('of ten thousand lines that each say that two are one is one entry', async () => {
    const count = 10_000;
    const words = Array.from({ length: count }, (_, index) => `T${index + 1}\tP 0 3\tAnn`);
    const lines = Array.from({ length: count - 1 }, (_, index) => `*\tAlias T${index + 1} T${index + 2}`);
    const ann = [...words, ...lines, ''].join('\n');
    const project = newProject();
    valueOf(await importFiles(project, [folderWith({ 'a.txt': text, 'a.ann': ann })]));
    expect(entries.all(project.reader)).toHaveLength(1);
  });

  it('has each of its faults listed where all are asked for', async () => {
    const ann = Array.from({ length: 250 }, (_, index) => `nothing ${index + 1}\n`).join('');
    const folder = folderWith({ 'annotation.conf': '[entities]\nP\n', 'a.txt': text, 'a.ann': ann });
    const some = valueOf(await importFiles(newProject(), [folder]));
    expect([some.problems.length, some.problemCount]).toEqual([100, 250]);
    const all = valueOf(await importFiles(newProject(), [folder], { listsAll: true }));
    expect(all.problems.map(({ problem }) => problem.params['line'])).toEqual(
      Array.from({ length: 250 }, (_, index) => index + 1),
    );
  });
});

describe('random projects as brat', () => {
  it('come back as they were, minus what the report of losses names', { timeout: 300_000 }, () =>
    holdsForAny('brat'),
  );
});
