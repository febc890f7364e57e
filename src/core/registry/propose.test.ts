import { describe, expect, test } from 'vitest';
import type { EntryId, TypeId } from '../ids';
import { normalForms } from '../words/normal-forms';
import { makeProposer, type KnownEntry, type UnlinkedMention } from './propose';

const person = 'entity.person' as TypeId;
const organisation = 'entity.organisation' as TypeId;

const entry = (
  id: string,
  name: string,
  rest: {
    readonly aliases?: readonly string[];
    readonly texts?: Readonly<Record<string, number>>;
    readonly type?: TypeId;
    readonly kind?: 'entity' | 'event';
  } = {},
): KnownEntry => ({
  entry: {
    id: id as EntryId,
    kind: rest.kind ?? 'entity',
    type: rest.type ?? person,
    name,
    aliases: rest.aliases ?? [],
  },
  texts: new Map(Object.entries(rest.texts ?? {})),
});

const proposer = makeProposer(normalForms);

/** What is proposed for a mention: each entry with the reason. */
function proposed(text: string, known: readonly KnownEntry[], mention: Partial<UnlinkedMention> = {}) {
  return proposer
    .propose({ text, kind: 'entity', type: person, ...mention }, known, 10)
    .map(({ entry: id, likeness }) => `${id}: ${likeness}`);
}

const secretary = entry('secretary', 'Имангали Тасмагамбетов');
const president = entry('president', 'Касым-Жомарт Токаев');

describe('an entry is proposed for', () => {
  test('its own name, whatever the case, the spaces and the dots of ё', () => {
    expect(proposed('имангали  тасмагамбетов', [secretary, president])).toEqual(['secretary: same-text']);
    expect(proposed('Золотарев', [entry('gold', 'Золотарёв')])).toEqual(['gold: same-text']);
  });

  test('the same words in another order', () => {
    expect(proposed('Токаев Касым-Жомарт', [secretary, president])).toEqual(['president: same-words']);
    expect(proposed('Merkel, Angela', [entry('merkel', 'Angela Merkel')])).toEqual(['merkel: same-words']);
  });

  test('an inflected name, surnames included', () => {
    expect(proposed('Имангали Тасмагамбетова', [secretary, president])).toEqual(['secretary: inflected']);
    expect(proposed('Касым-Жомартом Токаевым', [president])).toEqual(['president: inflected']);
    expect(proposed('операции', [entry('operation', 'операция')])).toEqual(['operation: inflected']);
    expect(proposed('peacekeepers', [entry('force', 'peacekeeper')])).toEqual(['force: inflected']);
  });

  test('a part of its name, inflected or not', () => {
    expect(proposed('Тасмагамбетов', [secretary, president])).toEqual(['secretary: part-of-longer-name']);
    expect(proposed('Тасмагамбетова', [secretary, president])).toEqual(['secretary: part-of-longer-name']);
    expect(proposed('Merkel', [entry('merkel', 'Angela Merkel')])).toEqual(['merkel: part-of-longer-name']);
  });

  test('an initial with the surname', () => {
    expect(proposed('И. Тасмагамбетов', [secretary])).toEqual(['secretary: part-of-longer-name']);
    expect(proposed('Б. Тасмагамбетов', [secretary])).toEqual([]);
  });

  test('a longer name that holds its own', () => {
    expect(proposed('операция «Нелегал»', [entry('illegal', 'Нелегал')])).toEqual([
      'illegal: longer-than-name',
    ]);
  });

  test.each([
    ['министр Лавров', 'Сергей Лавров'],
    ['министром иностранных дел Лавровым', 'Сергей Лавров'],
    ['Генеральный секретарь ОДКБ Тасмагамбетов', 'Имангали Тасмагамбетов'],
    ['президента России Путина', 'Владимир Путин'],
    ['президент Казахстана Токаев', 'Касым-Жомарт Токаев'],
    ['экс-президенту Токаеву', 'Касым-Жомарт Токаев'],
    ['Foreign Minister Lavrov', 'Sergey Lavrov'],
    ['Mr Smith', 'John Smith'],
  ])('a part of a longer name with a title or an office beside it: %s for %s', (text, name) => {
    expect(proposed(text, [entry('known', name)])).toEqual(['known: part-with-office']);
  });

  test.each([
    'министр Сергей Лавров',
    'министром иностранных дел РФ Сергеем Лавровым',
    'глава МИД РФ С. Лавров',
  ])('its name with an office before it: %s', (text) => {
    expect(proposed(text, [entry('known', 'Сергей Лавров')])).toEqual(['known: longer-than-name']);
  });

  test('its name with a second first name', () => {
    expect(proposed('Имангали Нургалиевич Тасмагамбетов', [secretary])).toEqual([
      'secretary: longer-than-name',
    ]);
  });

  test('one of its aliases', () => {
    const csto = entry('csto', 'ОДКБ', { aliases: ['Организация Договора о коллективной безопасности'] });
    expect(proposed('Организации Договора о коллективной безопасности', [csto])).toEqual(['csto: inflected']);
  });

  test('what its mentions are called', () => {
    const known = [entry('secretary', 'Имангали Тасмагамбетов', { texts: { 'генсек ОДКБ': 2 } })];
    const [proposal] = proposer.propose({ text: 'Генсека ОДКБ', kind: 'entity', type: person }, known, 1);
    expect(proposal).toMatchObject({
      likeness: 'inflected',
      like: 'генсек ОДКБ',
      source: 'mention',
      mentions: 2,
    });
  });
});

describe('nothing is proposed', () => {
  test('for a word that only a small word of the name has in common', () => {
    expect(proposed('Совет по торговле', [entry('x', 'Комиссия по правам')])).toEqual([]);
    expect(proposed('of', [entry('x', 'Bank of England')])).toEqual([]);
  });

  test('for a name that has other words between those of the entry', () => {
    const council = entry('council', 'Совет Безопасности', { type: organisation });
    expect(proposed('Совета коллективной безопасности', [council])).toEqual([]);
    expect(proposed('Совета Безопасности ООН', [council])).toEqual(['council: longer-than-name']);
    const collective = entry('collective', 'Совет коллективной безопасности', { type: organisation });
    expect(proposed('Совету Безопасности', [collective])).toEqual([]);
  });

  test.each([
    ['министр Александр Лавров', 'Сергей Лавров'],
    ['министра Александра Лаврова', 'Сергей Лавров'],
    ['глава МИД РФ А. Лавров', 'Сергей Лавров'],
    ['President Joe Biden', 'Hunter Biden'],
    ['Сергей Лебедев', 'Сергей Лавров'],
    ['доклад Лаврова', 'Сергей Лавров'],
    ['директор ОДКБ', 'Имангали Тасмагамбетов ОДКБ'],
    ['министр обороны', 'Министр Лавров'],
  ])('for another person: %s is not %s', (text, name) => {
    expect(proposed(text, [entry('known', name)])).toEqual([]);
  });

  test('of another type, where only a part is shared', () => {
    const minister = entry('minister', 'Сергей Лавров');
    expect(proposed('штаб генерала Лаврова', [minister], { type: organisation })).toEqual([]);
  });

  test('of another kind', () => {
    const meeting = entry('meeting', 'Токаев', { kind: 'event' });
    expect(proposed('Токаев', [meeting])).toEqual([]);
    expect(proposed('Токаев', [meeting], { kind: 'event' })).toEqual(['meeting: same-text']);
  });

  test('for a text without words', () => {
    expect(proposed('—', [secretary])).toEqual([]);
  });
});

describe('the likeliest comes first', () => {
  test('the closer likeness before the looser one', () => {
    const known = [entry('assembly', 'Генассамблея ООН'), entry('un', 'ООН', { type: organisation })];
    expect(proposed('ООН', known)).toEqual(['un: same-text', 'assembly: part-of-longer-name']);
  });

  test('of equal ones, that of the same type, then the one that this text was linked to most often', () => {
    const known = [
      entry('office', 'Токаев', { type: organisation }),
      entry('son', 'Токаев', { texts: { Токаев: 1, сын: 5 } }),
      entry('father', 'Токаев', { texts: { Токаев: 3 } }),
    ];
    expect(proposed('Токаев', known)).toEqual(['father: same-text', 'son: same-text', 'office: same-text']);
  });

  test('no more than were asked for', () => {
    const known = ['a', 'b', 'c'].map((id) => entry(id, `Токаев ${id}`));
    expect(proposer.propose({ text: 'Токаев', kind: 'entity', type: person }, known, 2)).toHaveLength(2);
  });
});
