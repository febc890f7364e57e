import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { sampleProject } from '../../../tests/support/arbitrary/project';
import { named, sameRuns } from '../../../tests/support/exchange/properties';
import { fileOf, parsedOf } from '../../../tests/support/exchange/files';
import { damaged, fuzz, fuzzTimeout } from '../../../tests/support/exchange/fuzz';
import { projectOf, richSample, roundTrip } from '../../../tests/support/exchange/round-trip';
import { exportTo } from '../../../tests/support/exchange/export-lines';
import { newProject, valueOf } from '../../../tests/support/engine';
import { folderWith, importFiles } from '../../../tests/support/import';
import type { Options } from '../../core/exchange/options';
import type { Parsed } from '../exchange/drafts';
import { refiQda } from './format';

// Each project is a file, and each change waits for the disk.
vi.setConfig({ testTimeout: 120_000 });

const guid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const [anna, person, place, source, memo] = [1, 2, 3, 4, 5].map(guid) as [
  string,
  string,
  string,
  string,
  string,
];

/** A project in the way of other programs: their GUIDs are in capitals or braces, and they know no kinds. */
const qde = (text: string, inSource: string, inProject = '', origin = 'Another tool'): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="Example" origin="${origin}">
  <Users><User guid="{${anna.toUpperCase()}}" name="Anna"/></Users>
  <CodeBook><Codes>
    <Code guid="${person}" name="Person" isCodable="true" color="#ff0000"/>
    <Code guid="${place}" name="Place" isCodable="true"><NoteRef targetGUID="${memo}"/></Code>
  </Codes></CodeBook>
  <Variables><Variable guid="${guid(90)}" name="Year" typeOfVariable="Integer"/></Variables>
  <Cases><Case guid="${guid(91)}" name="North"><VariableValue><VariableRef targetGUID="${guid(90)}"/>
    <IntegerValue>2019</IntegerValue></VariableValue><SourceRef targetGUID="${source}"/></Case></Cases>
  <Sources><TextSource guid="${source}" name="One"><PlainTextContent>${text}</PlainTextContent>${inSource}</TextSource></Sources>
  <Notes><Note guid="${memo}" name="Memo"><PlainTextContent>Where things happen</PlainTextContent></Note></Notes>
  ${inProject}
</Project>`;

const coding = (id: number, code: string): string =>
  `<Coding guid="${guid(id)}" creatingUser="${anna}" creationDateTime="2020-01-02T03:04:05Z"><CodeRef targetGUID="${code}"/></Coding>`;
const selection = (id: number, start: number, end: number, inside: string, name = ''): string =>
  `<PlainTextSelection guid="${guid(id)}" name="${name}" startPosition="${start}" endPosition="${end}">${inside}</PlainTextSelection>`;

const read = (content: string, options: Options = {}): Promise<readonly Parsed[]> =>
  parsedOf(refiQda, [fileOf('p/project.qde', content)], options);

interface Read {
  readonly places: readonly string[];
  readonly warnings: readonly string[];
}

/** What the first document's annotations cover, and the codes of all warnings. */
async function placesIn(text: string, content: string, options: Options = {}): Promise<Read> {
  const parsed = await read(content, options);
  const characters = Array.from(text);
  const [document] = parsed.flatMap((one) => (one.kind === 'document' ? [one.document] : []));
  return {
    places: (document?.annotations ?? []).map(({ fragments: [first] }) =>
      characters.slice(first?.start, first?.end).join(''),
    ),
    warnings: parsed
      .flatMap((one) => (one.kind === 'warning' ? [one.problem.code] : []))
      .filter((code) => code !== 'codebook-kind-assumed'),
  };
}

describe('a source that is no text', () => {
  it('is told by the project alone: nobody asks in which encoding a picture is', () => {
    const isNoText = refiQda.import?.isBinary;
    expect(['p/sources/a.JPG', 'p/sources/b.mp3', 'p/sources/c.pdf'].map((path) => isNoText?.(path))).toEqual(
      [true, true, true],
    );
    expect(['p/project.qde', 'p/sources/a.txt', 'b.qdc'].map((path) => isNoText?.(path))).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('a REFI-QDA project', () => {
  it.each(['inclusive', 'exclusive'])(
    'comes back but for what the report of losses names (ends: %s)',
    async (ends) => {
      const trip = await roundTrip('refi-qda', { ends });
      expect(trip.differences).toEqual([]);
      expect(trip.contradictions).toEqual([]);
      expect(trip.warnings).toEqual([]);
    },
  );

  it('comes back so whatever it holds', () =>
    fc.assert(
      fc.asyncProperty(fc.gen(), fc.constantFrom('inclusive', 'exclusive'), async (generator, ends) => {
        const sample = named(sampleProject(generator));
        // A short text with control characters is none: such files are refused whatever they belong to.
        fc.pre([...sample.texts.values()].every((text) => !text.includes('\u0007')));
        const trip = await roundTrip('refi-qda', { ends }, await projectOf(sample));
        expect(trip.differences).toEqual([]);
        expect(trip.contradictions).toEqual([]);
      }),
      { ...sameRuns, numRuns: 12 },
    ));

  it('gives users, codes, cases and notes of other programs their places', async () => {
    const text = 'Anna lives in Oslo.';
    const parsed = await read(
      qde(text, selection(10, 0, 3, `<Description>Who</Description>${coding(11, person)}`, 'Anna')),
    );
    const [document] = parsed.flatMap((one) => (one.kind === 'document' ? [one.document] : []));
    expect(document).toMatchObject({ name: 'One', text, metadata: { Case: 'North' } });
    expect(Object.values(document?.attributes ?? {})).toEqual([2019]);
    expect(document?.annotations).toMatchObject([
      { id: guid(11), type: person, coder: 'Anna', note: 'Who', createdAt: '2020-01-02T03:04:05.000Z' },
    ]);
    const types = parsed.flatMap((one) => (one.kind === 'codebook' ? one.codebook.types : []));
    expect(types.find(({ id }) => id === place)?.guidelines).toEqual({ en: 'Where things happen' });
  });

  it('keeps several codings of one selection, and writes them into one again', async () => {
    const text = 'Anna lives in Oslo.';
    const both = selection(10, 0, 3, coding(11, person) + coding(12, place), 'Anna');
    expect((await placesIn(text, qde(text, both))).places).toEqual(['Anna', 'Anna']);
  });

  it('makes relations of the links of other programs, and quotations of what nothing codes', async () => {
    const text = 'Anna lives in Oslo.';
    const selections = selection(10, 0, 3, coding(11, person), 'Anna') + selection(12, 14, 17, '', 'Oslo');
    const link = `<Links><Link guid="${guid(20)}" name="lives in" direction="OneWay" originGUID="${guid(10)}" targetGUID="${guid(12)}"/>
      <Link guid="${guid(21)}" name="lost" originGUID="${guid(10)}" targetGUID="${guid(99)}"/></Links>`;
    const parsed = await read(qde(text, selections, link));
    const [document] = parsed.flatMap((one) => (one.kind === 'document' ? [one.document] : []));
    expect(document?.annotations.map(({ type }) => type)).toEqual([
      person,
      'entity.Quotation',
      'relation.lives in',
    ]);
    expect(document?.annotations[2]?.links.map(({ role, target }) => [role, target])).toEqual([
      ['relation.lives in.from', { by: 'annotation', annotation: guid(11), document: null }],
      ['relation.lives in.to', { by: 'annotation', annotation: guid(12), document: null }],
    ]);
    expect(parsed.flatMap((one) => (one.kind === 'warning' ? [one.problem] : []))).toContainEqual(
      expect.objectContaining({
        code: 'format-reference-missing',
        params: { file: 'p/project.qde', line: 14, id: 'lost', missing: guid(99) },
      }),
    );
  });

  it('tells of everything that has no place: drawings, notes about nothing, pictures, codes that are missing', async () => {
    const graph = `<Graphs><Graph guid="${guid(30)}" name="Map"/></Graphs>`;
    const project = qde('Anna', selection(10, 0, 3, coding(11, guid(98)), 'Anna'), graph)
      .replace('<Sources>', `<Sources><PictureSource guid="${guid(31)}" name="Photo"/>`)
      .replace('<Notes>', `<Notes><Note guid="${guid(32)}" name="Diary"/>`);
    const { warnings, places } = await placesIn('Anna', project);
    expect(places).toEqual([]);
    expect(warnings.toSorted()).toEqual([
      'format-line-ignored',
      'format-line-ignored',
      'format-line-ignored',
      'format-reference-missing',
    ]);
  });
});

describe('the end of a selection', () => {
  const text = 'Anna lives in Oslo.';
  const quoted = (shift: number): string =>
    qde(
      text,
      selection(10, 0, 3 + shift, coding(11, person), 'Anna') +
        selection(12, 14, 17 + shift, coding(13, place), 'Oslo'),
    );
  const bare = (shift: number): string =>
    qde(
      text,
      selection(10, 0, 3 + shift, coding(11, person)) + selection(12, 14, 17 + shift, coding(13, place)),
    );

  it('is its last character where its words say so, and nothing needs to be told', async () => {
    expect(await placesIn(text, quoted(0))).toEqual({ places: ['Anna', 'Oslo'], warnings: [] });
  });

  it('is the place behind it where its words say so, and that is told', async () => {
    expect(await placesIn(text, quoted(1))).toEqual({
      places: ['Anna', 'Oslo'],
      warnings: ['refi-ends-exclusive'],
    });
  });

  it.each([
    [0, 'refi-ends-inclusive'],
    [1, 'refi-ends-exclusive'],
  ])('is where words end if nothing is quoted (%i)', async (shift, code) => {
    expect(await placesIn(text, bare(shift))).toEqual({ places: ['Anna', 'Oslo'], warnings: [code] });
  });

  it('is as the standard says where nothing tells, and that is told', async () => {
    const unclear = qde('aaaa', selection(10, 1, 1, coding(11, person)));
    expect(await placesIn('aaaa', unclear)).toEqual({ places: ['a'], warnings: ['refi-ends-unknown'] });
  });

  it('is as a person says', async () => {
    expect(await placesIn(text, quoted(0), { ends: 'exclusive' })).toEqual({
      places: ['Ann', 'Osl'],
      warnings: [],
    });
  });

  it('may count UTF-16 units or a line break as one, and that is told', async () => {
    const mixed = 'Hi 🇳🇴\r\nOslo';
    const content = (start: number): string =>
      qde(
        mixed.replace('\r', '&#13;'),
        selection(10, 0, 1, coding(11, person), 'Hi') +
          selection(12, start, start + 3, coding(13, place), 'Oslo'),
      );
    expect((await placesIn(mixed, content(7))).warnings).toEqual([]);
    expect(await placesIn(mixed, content(9))).toEqual({ places: ['Hi', 'Oslo'], warnings: ['refi-units'] });
    expect(await placesIn(mixed, content(6))).toEqual({
      places: ['Hi', 'Oslo'],
      warnings: ['refi-line-breaks'],
    });
  });

  it('outside of the text is told with its line', async () => {
    const outside = qde(
      text,
      selection(10, 0, 3, coding(11, person), 'Anna') + selection(12, 5, 4000, coding(13, place)),
    );
    expect(await placesIn(text, outside)).toEqual({ places: ['Anna'], warnings: ['format-offsets-outside'] });
  });
});

describe('a damaged REFI-QDA project', () => {
  it(
    'gives data or warnings, whatever is wrong with it',
    () =>
      fuzz(
        fc.asyncProperty(
          damaged(
            qde(
              'Anna 🇳🇴 lives in Oslo.',
              selection(10, 0, 3, coding(11, person), 'Anna') + selection(12, 17, 20, '', 'Oslo'),
              `<Links><Link guid="${guid(20)}" name="lives in" originGUID="${guid(10)}" targetGUID="${guid(12)}"/></Links>`,
              'Postil',
            ),
          ),
          async (content) => {
            expect((await read(content)).length).toBeGreaterThan(0);
          },
        ),
      ),
    fuzzTimeout,
  );
});

describe('the GUIDs of a project', () => {
  it('are those of one thing each, even where a document, an annotation and a link have the same id', async () => {
    const json = readFileSync(await exportTo(richSample(), 'json'), 'utf8').replaceAll(
      /"(?:d1|s1|l1)"/gu,
      '"1"',
    );
    const project = newProject();
    valueOf(await importFiles(project, [folderWith({ 'project.json': json })]));
    const archive = unzipSync(readFileSync(await exportTo(project, 'refi-qda')));
    const written = new TextDecoder().decode(archive['project.qde']);
    const guids = [...written.matchAll(/ guid="([^"]+)"/gu)].map(([, one]) => one);
    expect(guids.length).toBeGreaterThan(20);
    expect(guids.filter((one, index) => guids.indexOf(one) !== index)).toEqual([]);
  });
});
