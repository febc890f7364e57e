import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { codeOf, valueOf } from '../../../tests/support/engine';
import { parseCodebook } from './parse';
import { codebookJsonSchema } from './schema';
import { serializeCodebook } from './serialize';

const file = (more: object): string =>
  JSON.stringify({ format: 'postil-codebook', version: 1, types: [], ...more });

const person = { id: 'person', kind: 'entity', names: { en: 'person' }, hue: 10 };
const visit = { id: 'visit', kind: 'event', names: { en: 'visit' }, hue: 20, roles: ['guest'] };
const stay = { ...visit, id: 'stay', parent: 'visit' };
const guest = { names: { en: 'guest' }, fillers: { types: ['person'] } };

const warningsOf = (text: string): string[] => valueOf(parseCodebook(text)).warnings.map(({ code }) => code);

describe('a codebook file', () => {
  it('gives each type that shares a role one of its own', () => {
    const { codebook } = valueOf(parseCodebook(file({ roles: { guest }, types: [person, visit, stay] })));
    expect(codebook.roles.map(({ id, type, position }) => [id, type, position])).toEqual([
      ['visit.guest', 'visit', 0],
      ['stay.guest', 'stay', 0],
    ]);
    expect(codebook.types.map(({ parent, position }) => [parent, position])).toEqual([
      [null, 0],
      [null, 1],
      ['visit', 2],
    ]);
  });

  it('is written with what types share in one place, and what is as usual left out', () => {
    const text = file({
      roles: { guest },
      types: [
        person,
        visit,
        stay,
        { ...person, id: 'p2', roles: [{ id: 'own role', names: {}, fillers: { spans: true }, min: 1 }] },
      ],
    });
    const written = JSON.parse(serializeCodebook(valueOf(parseCodebook(text)).codebook)) as {
      roles: unknown;
      types: readonly { id: string; roles?: unknown }[];
    };
    expect(written.roles).toEqual({ guest });
    expect(written.types.find(({ id }) => id === 'visit')).toEqual(visit);
    expect(written.types.find(({ id }) => id === 'p2')?.roles).toEqual([
      { id: 'own role', names: {}, min: 1, fillers: { spans: true } },
    ]);
  });

  it('keeps attributes with their vocabularies, those of entries and documents too', () => {
    const concept = {
      names: { en: 'concept' },
      domain: { kind: 'vocabulary' },
      terms: [
        { id: 'tax', name: 'tax' },
        { id: 'carbon', parent: 'tax', name: 'carbon tax' },
      ],
    };
    const text = file({
      types: [{ ...person, attributes: [{ id: 'person.concept', ...concept }] }],
      entryAttributes: [{ id: 'e', names: {}, domain: { kind: 'yes-no' }, default: false }],
      documentAttributes: [{ id: 'd', names: {}, domain: { kind: 'date' }, required: true }],
    });
    const { codebook } = valueOf(parseCodebook(text));
    expect(codebook.terms.map(({ id, attribute, parent }) => [id, attribute, parent])).toEqual([
      ['tax', 'person.concept', null],
      ['carbon', 'person.concept', 'tax'],
    ]);
    expect(codebook.attributes.map(({ owner }) => owner.of)).toEqual(['type', 'entry', 'document']);
    expect(valueOf(parseCodebook(serializeCodebook(codebook))).codebook).toEqual(codebook);
  });

  it('loses what it refers to and does not have, with a warning each', () => {
    const lost = ['codebook-reference-missing'];
    expect(warningsOf(file({ types: [{ ...person, parent: 'nobody' }] }))).toEqual(lost);
    expect(warningsOf(file({ types: [person, { ...visit, roles: [], parent: 'person' }] }))).toEqual(lost);
    expect(warningsOf(file({ types: [visit] }))).toEqual(lost);
    expect(warningsOf(file({ types: [visit], roles: { guest } }))).toEqual(lost);
    expect(warningsOf(file({ types: [person, person] }))).toEqual(['codebook-id-twice']);
    const above = [
      { ...person, id: 'a', parent: 'b' },
      { ...person, id: 'b', parent: 'a' },
    ];
    expect(warningsOf(file({ types: above }))).not.toEqual([]);
  });

  it('is refused where it is no codebook, and says where to look', () => {
    expect(codeOf(parseCodebook('{'))).toBe('codebook-unreadable');
    expect(codeOf(parseCodebook(file({ version: 9 })))).toBe('import-newer-version');
    const refused = parseCodebook(file({ types: [{ ...person, hue: 400 }] }));
    expect(refused.ok ? null : refused.problem).toEqual({
      code: 'codebook-invalid',
      params: { place: 'types.0.hue' },
    });
    expect(codeOf(parseCodebook(file({ surplus: 1 })))).toBe('codebook-invalid');
    expect(codeOf(parseCodebook(JSON.stringify({ format: 'postil-project' })))).toBe('codebook-invalid');
  });
});

describe('the published schema of codebooks', () => {
  it('is the one that files are read with', async () => {
    const schema = `${JSON.stringify(codebookJsonSchema(), null, 2)}\n`;
    await expect(schema).toMatchFileSnapshot('../../../resources/postil-codebook.schema.json');
  });

  it('accepts what is written', () => {
    const validate = new Ajv2020({ strict: true, strictTuples: false }).compile(codebookJsonSchema());
    const { codebook } = valueOf(parseCodebook(file({ roles: { guest }, types: [person, visit, stay] })));
    validate(JSON.parse(serializeCodebook(codebook)));
    expect(validate.errors).toBeNull();
  });
});
