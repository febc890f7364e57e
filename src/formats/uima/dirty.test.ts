import { describe, expect, it } from 'vitest';
import { documentsIn, fileOf, parsedOf } from '../../../tests/support/exchange/files';
import { uimaXmi } from './format';

const sofa = '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" sofaString="Anna met Bob"/>';

/** An XMI file without a type system; what stands in it begins in line 2. */
const file = (...lines: readonly string[]) =>
  fileOf(
    'a.xmi',
    [
      '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:c="http:///c.ecore">',
      ...lines,
      `${sofa}</xmi:XMI>`,
    ].join('\n'),
  );

const read = async (...lines: readonly string[]) => {
  const parsed = await parsedOf(uimaXmi, [file(...lines)]);
  const told = parsed.flatMap((one) =>
    one.kind === 'warning' ? [`${one.problem.code} ${String(one.problem.params['line'])}`] : [],
  );
  return { annotations: documentsIn(parsed)[0]?.annotations ?? [], told };
};

describe('a CAS without a type system', () => {
  it('has slots of any name, and takes no value of its own for a reference', async () => {
    const { annotations, told } = await read(
      '<c:Span xmi:id="2" sofa="1" begin="0" end="4" pos="NNP" parent="none"/>',
      '<c:Link xmi:id="3" role="Who" target="2"/>',
      '<c:Frame xmi:id="4" sofa="1" begin="5" end="8" args="3"/>',
    );
    expect(told).toEqual([]);
    expect(annotations.map(({ attributes, links }) => [Object.values(attributes), links.length])).toEqual([
      [['NNP', 'none'], 0],
      [[], 1],
    ]);
  });
});

describe('a damaged CAS', () => {
  it('tells of links that nothing has, of chains that lead nowhere, and of what stands in another view', async () => {
    const { annotations, told } = await read(
      '<c:Link xmi:id="3" role="Who" target="4"/>',
      '<c:Span xmi:id="4" sofa="1" begin="0" end="4"/>',
      '<c:Span xmi:id="5" sofa="9" begin="0" end="4"/>',
      '<c:Chain xmi:id="6" sofa="1" first="77"/>',
      '<c:ChainLink xmi:id="7" sofa="1" begin="0" end="4" next="78"/>',
    );
    expect(told.toSorted()).toEqual([
      'format-line-ignored 2',
      'format-line-ignored 4',
      'format-reference-missing 5',
      'format-reference-missing 6',
    ]);
    expect(annotations.map(({ id }) => id)).toEqual(['4', '7']);
  });

  it('tells with the line of each what refers to annotations whose place is none', async () => {
    const { annotations, told } = await read(
      '<c:Span xmi:id="2" sofa="1" begin="0" end="4"/>',
      '<c:Span xmi:id="3" sofa="1" begin="9" end="99"/>',
      '<c:Rel xmi:id="4" sofa="1" begin="0" end="4" Governor="2" Dependent="3"/>',
    );
    expect(told.toSorted()).toEqual(['format-offsets-outside 3', 'format-reference-missing 4']);
    expect(annotations.map(({ id }) => id)).toEqual(['2']);
  });
});
