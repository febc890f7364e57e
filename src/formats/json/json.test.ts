import Ajv2020 from 'ajv/dist/2020';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allRecords, sampleProject, type SampleProject } from '../../../tests/support/arbitrary/project';
import type { AnyRecord, RecordName } from '../../core/model/records';
import { deepest } from './cut';
import { lineOf } from './ordered';
import { Parser, type Parsed } from './parse';
import { projectJsonSchema } from './project-schema';
import { serialize, type ProjectContents } from './serialize';

const contentsOf = ({ records, texts }: SampleProject): ProjectContents => ({
  records: (name) => records[name],
  text: ({ sha256 }) => texts.get(sha256) ?? '',
  history: null,
});

/** To make a whole project smaller takes more time and memory than there are: what fails is told as it is. */
const asFound = { endOnFailure: true } as const;

const write = (project: SampleProject): string => [...serialize(contentsOf(project))].join('');

/** Parses a file that arrives in pieces of a size. */
function read(file: string, size = file.length): Parsed[] {
  const parser = new Parser();
  const parsed: Parsed[] = [];
  for (let start = 0; start < file.length; start += size)
    parsed.push(...parser.write(file.slice(start, start + size)));
  return [...parsed, ...parser.end()];
}

const problemsIn = (parsed: readonly Parsed[]): unknown[] =>
  parsed.flatMap((item) => (item.kind === 'record' ? [] : [item.problem]));

/** A file with these members beside its head. */
const file = (members: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ format: 'postil-project', version: 1, ...members });

const coder = { id: 'c', name: 'Ann', origin: null };

describe('the JSON format', () => {
  it('gives back every record and text, however the file is cut', () => {
    fc.assert(
      fc.property(fc.gen(), fc.integer({ min: 1, max: 400 }), (generator, size) => {
        const project = sampleProject(generator);
        const parsed = read(write(project), size);
        expect(problemsIn(parsed)).toEqual([]);
        const found = parsed.filter((item) => item.kind === 'record');
        expect(found.map(({ record }) => record)).toEqual(allRecords(project));
        for (const { record, text } of found)
          expect(text).toBe(record.record === 'document' ? project.texts.get(record.sha256) : null);
      }),
      asFound,
    );
  });

  it('writes the same bytes for equal records, whatever the order of their keys', () => {
    const shuffled = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shuffled);
      if (value === null || typeof value !== 'object') return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, member]) => [key, shuffled(member)]),
      );
    };
    fc.assert(
      fc.property(fc.gen(), (generator) => {
        for (const record of allRecords(sampleProject(generator)))
          expect(lineOf(record.record, shuffled(record) as AnyRecord)).toBe(lineOf(record.record, record));
      }),
      asFound,
    );
  });

  it('writes what its schema describes', () => {
    const validate = new Ajv2020({ strict: true, strictTuples: false }).compile(projectJsonSchema());
    fc.assert(
      fc.property(fc.gen(), (generator) => {
        expect(validate(JSON.parse(write(sampleProject(generator)))) || validate.errors).toBe(true);
      }),
      asFound,
    );
  });

  it('publishes that schema', async () => {
    const schema = `${JSON.stringify(projectJsonSchema(), null, 2)}\n`;
    await expect(schema).toMatchFileSnapshot('../../../resources/postil-project.schema.json');
  });
});

describe('reading a hostile file', () => {
  it('refuses one that is broken, and says where', () => {
    const broken = '{\n"format": "postil-project", "version": 1,\n"coders": [{"id": }]}';
    expect(problemsIn(read(broken))).toEqual([{ code: 'import-broken', params: { line: 3, column: 12 } }]);
    expect(problemsIn(read('{"format": "postil-project", "version": 1'))).toEqual([
      { code: 'import-broken', params: { line: 1, column: 41 } },
    ]);
    expect(problemsIn(read('[1]'))).toEqual([{ code: 'import-broken', params: { line: 1, column: 1 } }]);
    expect(problemsIn(read('{"format" 1}'))).toEqual([
      { code: 'import-broken', params: { line: 1, column: 11 } },
    ]);
    expect(problemsIn(read(`${file({})}{`))).toMatchObject([{ code: 'import-broken' }]);
    expect(
      problemsIn(read('{"format": "postil-project", "version": 1, "coders": [nonsense]}')),
    ).toMatchObject([{ code: 'import-broken' }]);
  });

  it('refuses other schemas and later versions', () => {
    const wrong = (line: number, member: string): unknown[] => [
      { code: 'import-wrong-schema', params: { line, member } },
    ];
    expect(problemsIn(read('{}'))).toEqual(wrong(1, 'format'));
    expect(problemsIn(read('{"format": "other", "version": 1}'))).toEqual(wrong(1, 'format'));
    expect(problemsIn(read('{"version": 1}'))).toEqual(wrong(1, 'format'));
    expect(problemsIn(read(file({ people: [coder] })))).toEqual(wrong(1, 'people'));
    expect(problemsIn(read(file({ coders: coder })))).toEqual(wrong(1, 'coders'));
    expect(problemsIn(read('{"format": "postil-project", "version": 3, "new": []}'))).toEqual([
      { code: 'import-newer-version', params: { version: 3, latest: 2 } },
    ]);
  });

  it('refuses a million levels, without going down', () => {
    const levels = 1_000_000;
    const deep = `{"format": "postil-project", "version": 1, "coders": [${'['.repeat(levels)}${']'.repeat(levels)}]}`;
    expect(problemsIn(read(deep, 4096))).toEqual([{ code: 'import-too-deep', params: { line: 1, deepest } }]);
    const objects = `{"format": ${'{"a":'.repeat(levels)}`;
    expect(problemsIn(read(objects))).toEqual([{ code: 'import-too-deep', params: { line: 1, deepest } }]);
  });

  it('is gone past where it is a change of the history that is too long to be held', () => {
    const parser = new Parser();
    const parsed = parser.write('{"format": "postil-project", "version": 1, "history": [{"added": [');
    const records = '{"record": "annotation"}, '.repeat(40_000);
    for (let length = 0; length < 81_000_000; length += records.length) parsed.push(...parser.write(records));
    parsed.push(
      ...parser.write('{}]}], "coders": [{"id": "c", "name": "Anna", "origin": null}]}'),
      ...parser.end(),
    );
    expect(parsed).toMatchObject([{ kind: 'record', record: { record: 'coder', id: 'c' } }]);
  });

  it('reads nothing more after a file was found broken', () => {
    const parser = new Parser();
    expect(parser.write('[')).toHaveLength(1);
    expect(parser.write(file({ coders: [coder] }))).toEqual([]);
    expect(parser.end()).toEqual([]);
  });

  it('leaves out a record that is not well formed, names its place, and goes on', () => {
    const parsed = read(file({ coders: [{ ...coder, name: 7 }, coder, null, { ...coder, extra: 1 }] }));
    expect(parsed.map(({ kind }) => kind)).toEqual(['bad-record', 'record', 'bad-record', 'bad-record']);
    expect(problemsIn(parsed)).toEqual([
      { code: 'import-record-invalid', params: { record: 'coder', id: 'c', line: 1, field: 'name' } },
      { code: 'import-record-invalid', params: { record: 'coder', id: '', line: 1, field: 'record' } },
      { code: 'import-record-invalid', params: { record: 'coder', id: 'c', line: 1, field: 'extra' } },
    ]);
  });

  it.each([
    ['__proto__ as a key', '{"id": "c", "name": "Ann", "origin": null, "__proto__": {"polluted": true}}'],
    [
      '__proto__ spelled with an escape, deep inside',
      '{"id": "c", "name": "Ann", "origin": {"format": "x", "id": null, "fields": {"a": {"\\u005f_proto__": 1}}}}',
    ],
    ['U+0000', '{"id": "c", "name": "A\\u0000", "origin": null}'],
    ['half of a surrogate pair', '{"id": "c", "name": "\\ud83d", "origin": null}'],
    [
      'half of a surrogate pair in a key',
      '{"id": "c", "name": "A", "origin": {"format": "x", "id": null, "fields": {"\\udc00": 1}}}',
    ],
  ])('leaves out a record with %s', (_, record) => {
    const parsed = read(`{"format": "postil-project", "version": 1, "coders": [${record}]}`);
    expect(parsed.map(({ kind }) => kind)).toEqual(['bad-record']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('takes __proto__ for a word where it is one', () => {
    expect(read(file({ coders: [{ ...coder, name: '__proto__' }] })).map(({ kind }) => kind)).toEqual([
      'record',
    ]);
  });

  it.each<[string, RecordName, string, object]>([
    ['an end before its start', 'annotation', 'fragments.0.end', { start: 5, end: 3, quote: '' }],
    ['a negative offset', 'annotation', 'fragments.0.start', { start: -1, end: 3, quote: '' }],
    ['a fraction for an offset', 'annotation', 'fragments.0.end', { start: 0, end: 0.5, quote: '' }],
  ])('leaves out an annotation with %s', (_, record, field, fragment) => {
    const annotation = {
      ...{
        id: 'a',
        document: 'd',
        type: 't',
        coder: 'c',
        fragments: [fragment],
        entry: null,
        attributes: {},
      },
      ...{
        status: 'draft',
        note: '',
        createdAt: '2026-11-22T09:30:00.000Z',
        modifiedAt: '2026-11-22T09:30:00.000Z',
      },
      origin: null,
    };
    expect(problemsIn(read(file({ annotations: [annotation] })))).toEqual([
      { code: 'import-record-invalid', params: { record, id: 'a', line: 1, field } },
    ]);
  });

  it('reads past the history of another project', () => {
    expect(read(file({ history: [{ number: 1 }], removedTexts: [] }))).toEqual([]);
  });
});
