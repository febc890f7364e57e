// Every parser of codebooks, fed with damaged files: it gives a codebook or a problem, and nothing is thrown.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { damaged, fuzz, fuzzTimeout } from '../../../tests/support/exchange/fuzz';
import type { Result } from '../../core/result';
import { parseBratConf } from '../brat-conf/parse';
import { parseQdc } from '../refi-qda/parse';
import { parseCodebook } from './parse';

const json = JSON.stringify({
  format: 'postil-codebook',
  version: 1,
  types: [
    { id: 'person', kind: 'entity', names: { en: 'person' }, hue: 10 },
    { id: 'visit', kind: 'event', names: { en: 'visit' }, hue: 20, roles: ['guest'] },
    { id: 'stay', kind: 'event', names: { en: 'stay' }, hue: 20, parent: 'visit', roles: ['guest'] },
  ],
  roles: { guest: { names: { en: 'guest' }, fillers: { types: ['person'] } } },
});

const qdc = `<?xml version="1.0"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>
<Code guid="1CDA8C5F-4A3D-4F6B-9E57-0D2D3E7B8A11" name="Themes &amp; topics" isCodable="false">
<Description>What it is</Description><Code guid="2cda8c5f-4a3d-4f6b-9e57-0d2d3e7b8a11" name="Work" color="#ff0000"/>
</Code></Codes><Sets><Set guid="4cda8c5f-4a3d-4f6b-9e57-0d2d3e7b8a11" name="event">
<MemberCode guid="2CDA8C5F-4A3D-4F6B-9E57-0D2D3E7B8A11"/></Set></Sets></CodeBook>`;

const conf = `[entities]
Person
	Author
Place
----
[relations]
Near	Arg1:Place, Arg2:Place, <REL-TYPE>:symmetric
<OVERLAP>	Arg1:Person, Arg2:Person, <OVL-TYPE>:<ANY>
[events]
Visit	Guest{1-3}:Person, Where?:Place|Person
[attributes]
Certain	Arg:<EVENT>, Value:yes|no, <DEFAULT>:yes
`;

const visual = '[labels]\nPerson | Человек | Чел\n[drawing]\nPerson\tbgColor:#ffccaa, fgColor:black\n';

const parsers: Readonly<Record<string, readonly [string, (text: string) => Result<unknown>]>> = {
  'of Postil': [json, parseCodebook],
  'of REFI-QDA': [qdc, parseQdc],
  'of brat': [conf, (text) => parseBratConf(text, visual)],
  'of brat, by its drawing,': [visual, (text) => parseBratConf(conf, text)],
};

it.each(Object.entries(parsers))(
  'a damaged codebook %s gives a codebook or a problem',
  async (_, [sound, parse]) => {
    expect(parse(sound).ok).toBe(true);
    await fuzz(
      // eslint-disable-next-line @typescript-eslint/require-await -- the others that are fuzzed wait for files
      fc.asyncProperty(damaged(sound), async (text) => {
        const read = parse(text);
        if (!read.ok) expect(read.problem.code).toMatch(/^(?:codebook|xml|import)-/u);
      }),
    );
  },
  fuzzTimeout,
);
