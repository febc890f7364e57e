import { describe, expect, it } from 'vitest';
import { codeOf, valueOf } from '../../../tests/support/engine';
import type { TypeRecord } from '../../core/model/codebook';
import { parseQdc } from './parse';
import { serializeQdc } from './serialize';

const qdc = `<?xml version="1.0" encoding="utf-8"?>
<!-- made by hand -->
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Another tool">
  <Codes>
    <Code guid="1CDA8C5F-4A3D-4F6B-9E57-0D2D3E7B8A11" name="Themes &amp; topics" isCodable="false">
      <Description>What it is &lt;about&gt;</Description>
      <Code guid="2cda8c5f-4a3d-4f6b-9e57-0d2d3e7b8a11" name="Work" isCodable="true" color="#ff0000"/>
    </Code>
    <Code guid="3cda8c5f-4a3d-4f6b-9e57-0d2d3e7b8a11" name=""/>
  </Codes>
  <Sets><Set guid="4cda8c5f-4a3d-4f6b-9e57-0d2d3e7b8a11" name="event">
    <MemberCode guid="2CDA8C5F-4A3D-4F6B-9E57-0D2D3E7B8A11"/></Set></Sets>
</CodeBook>`;

describe('a REFI-QDA codebook', () => {
  const read = valueOf(parseQdc(qdc));

  it('gives a type for each code, with its description as guideline', () => {
    expect(
      read.codebook.types.map(({ kind, parent, names, guidelines }) => ({ kind, parent, names, guidelines })),
    ).toEqual([
      {
        kind: 'entity',
        parent: null,
        names: { en: 'Themes & topics' },
        guidelines: { en: 'What it is <about>' },
      },
      { kind: 'event', parent: null, names: { en: 'Work' }, guidelines: {} },
    ]);
    expect(read.codebook.types[1]?.hue).toBe(29);
  });

  it('tells what could not be taken as it is', () => {
    expect(read.warnings.map(({ code }) => code)).toEqual([
      'codebook-abstract-type',
      'codebook-code-nameless',
      'codebook-kind-assumed',
    ]);
  });

  it('comes back from what is written of it, kinds and hierarchy included', () => {
    const [theme, work] = read.codebook.types;
    if (!theme || !work) throw new Error('no types');
    const child: TypeRecord = {
      ...work,
      id: 'own' as never,
      parent: work.id,
      origin: null,
      position: 2,
      names: { en: 'At <home>' },
      guidelines: { en: 'Two\r\nlines "quoted"' },
    };
    const written = serializeQdc({ types: [theme, work, child], roles: [], attributes: [], terms: [] }, 'en');
    const again = valueOf(parseQdc(written.text)).codebook.types;
    expect(again.map(({ kind, names, guidelines }) => ({ kind, names, guidelines }))).toEqual(
      [theme, work, child].map(({ kind, names, guidelines }) => ({ kind, names, guidelines })),
    );
    expect(again[2]?.parent).toBe(work.id);
    expect(again[1]?.id).toBe(work.id);
    expect(written.warnings).toEqual([]);
    expect(serializeQdc({ types: [theme, work, child], roles: [], attributes: [], terms: [] }, 'en')).toEqual(
      written,
    );
  });

  it('keeps tabs and line breaks in the names of codes, by which links call them', () => {
    const [, work] = read.codebook.types;
    if (!work) throw new Error('no type');
    const names = { en: 'tab\there\r\nand below' };
    const codebook = { types: [{ ...work, parent: null, names }], roles: [], attributes: [], terms: [] };
    expect(valueOf(parseQdc(serializeQdc(codebook, 'en').text)).codebook.types).toMatchObject([{ names }]);
  });

  it('is refused where it is something else', () => {
    expect(codeOf(parseQdc('<Project/>'))).toBe('codebook-invalid');
    expect(codeOf(parseQdc('{}'))).toBe('xml-broken');
    expect(codeOf(parseQdc('<CodeBook><Codes/></CodeBook>'))).toBe('codebook-without-types');
    expect(codeOf(parseQdc('<!DOCTYPE CodeBook [<!ENTITY x "y">]><CodeBook>&x;</CodeBook>'))).toBe(
      'xml-declaration',
    );
  });
});
