import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileOf, parsedOf } from '../../../tests/support/exchange/files';
import { damaged, fuzz, fuzzTimeout } from '../../../tests/support/exchange/fuzz';
import type { Format } from '../exchange/format';
import { webannoTsv } from '../webanno-tsv/format';
import { uimaJson, uimaXmi } from './format';

const tsv = [
  '#FORMAT=WebAnno TSV 3.3',
  '#T_SP=webanno.custom.Span|value',
  '#T_SP=webanno.custom.Host|ROLE_webanno.custom.Host:links_webanno.custom.HostLink|uima.tcas.Annotation',
  '#T_CH=webanno.custom.RefLink|referenceRelation|referenceType',
  '#T_RL=webanno.custom.Rel|value|BT_webanno.custom.Span',
  '',
  '',
  '#Sentence.id=s1',
  '#Text=Да, 🇧🇾 нет.',
  '#Text=Ещё',
  '1-1\t0-2\tДа\tA[1]|B\\|[2]\tp1;*\t1-3[3];1-1[1]\t*->1-1\t*[1]\t_\t_\t',
  '1-2\t2-3\t,\tA[1]\t_\t_\t_\t_\t_\t_\t',
  '1-3\t4-8\t🇧🇾\tC[3]\t_\t_\tx->1-2\ty[1]\tr\t1-1[2_3]\t',
  '1-3.1\t6-8\t🇾\tD\t_\t_\t_\t_\t_\t_\t',
  '',
  '#Text=Нет',
  '2-1\t17-20\tНет\t_\t_\t_\t_\t_\t_\t_\t',
  '',
].join('\n');

const xmi = `<?xml version="1.0" encoding="UTF-8"?>
<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:custom="http:///webanno/custom.ecore" xmi:version="2.0">
<custom:Span xmi:id="3" sofa="2" begin="0" end="2" value="A&#10;"><more>x</more></custom:Span>
<custom:Host xmi:id="4" sofa="2" begin="4" end="8" links="5"/>
<custom:HostLink xmi:id="5" role="p1" target="3"/>
<custom:Rel xmi:id="6" sofa="2" begin="0" end="2" Governor="4" Dependent="3"/>
<custom:RefLink xmi:id="7" sofa="2" begin="0" end="2" next="8"/>
<custom:RefLink xmi:id="8" sofa="2" begin="4" end="8" next="7"/>
<custom:RefChain xmi:id="9" sofa="2" first="7"/>
<cas:Sofa xmi:id="2" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="Да, 🇧🇾 нет."/>
<cas:View sofa="2" members="3 4 6 7 8 9"/>
</xmi:XMI>`;

const types = `<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>
<typeDescription><name>webanno.custom.Span</name><supertypeName>uima.tcas.Annotation</supertypeName><features>
<featureDescription><name>value</name><rangeTypeName>uima.cas.String</rangeTypeName></featureDescription>
</features></typeDescription></types></typeSystemDescription>`;

const json = JSON.stringify(
  {
    '%TYPES': {
      'custom.Span': { '%SUPER_TYPE': 'uima.tcas.Annotation', value: { '%RANGE': 'uima.cas.Integer' } },
      'custom.Host': { '%SUPER_TYPE': 'uima.tcas.Annotation', links: { '%RANGE': 'custom.Link[]' } },
    },
    '%FEATURE_STRUCTURES': [
      { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaID: '_InitialView', sofaString: 'Да, 🇧🇾 нет.' },
      { '%ID': 2, '%TYPE': 'custom.Span', '@sofa': 1, begin: 0, end: 2, value: 7 },
      { '%ID': 3, '%TYPE': 'custom.Host', '@sofa': 1, begin: 4, end: 8, '@links': 4 },
      { '%ID': 4, '%TYPE': 'uima.cas.FSArray', '%ELEMENTS': [5] },
      { '%ID': 5, '%TYPE': 'custom.Link', role: 'p1', '@target': 2 },
    ],
    '%VIEWS': { _InitialView: { '%SOFA': 1, '%MEMBERS': [2, 3] } },
  },
  null,
  1,
);

const holds = async (format: Format, files: Readonly<Record<string, string>>): Promise<void> => {
  const sources = Object.entries(files).map(([path, content]) => fileOf(path, content, 37));
  for (const parsed of await parsedOf(format, sources))
    if (parsed.kind === 'document')
      for (const { fragments } of parsed.document.annotations)
        for (const { start, end } of fragments) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(Array.from(parsed.document.text).length);
        }
};

describe('damaged files', () => {
  it('of WebAnno TSV give data or warnings', { timeout: fuzzTimeout }, async () => {
    await fuzz(fc.asyncProperty(damaged(tsv), (text) => holds(webannoTsv, { 'a.tsv': text })));
  });

  it('of XMI and of type systems give data or warnings', { timeout: fuzzTimeout }, async () => {
    const property = fc.asyncProperty(damaged(xmi), damaged(types), (text, system) =>
      holds(uimaXmi, { 'TypeSystem.xml': system, 'a.xmi': text }),
    );
    await fuzz(property);
  });

  it('of CAS JSON give data or warnings', { timeout: fuzzTimeout }, async () => {
    await fuzz(fc.asyncProperty(damaged(json), (text) => holds(uimaJson, { 'a.json': text })));
  });

  it('with chains that never end, names of prototypes and entities that expand come to an end', async () => {
    await holds(uimaXmi, { 'a.xmi': xmi });
    await holds(uimaJson, {
      'a.json': json.replaceAll('value', '__proto__').replaceAll('p1', 'constructor'),
    });
    const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>';
    const parsed = await parsedOf(uimaXmi, [fileOf('a.xmi', laughs)]);
    expect(parsed.map((one) => (one.kind === 'warning' ? one.problem.code : one.kind))).toEqual([
      'format-broken',
    ]);
  });
});
