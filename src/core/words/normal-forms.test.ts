import { describe, expect, it } from 'vitest';
import { mayBeOneWord, normalForms } from './normal-forms';

const families = [
  'Тасмагамбетов Тасмагамбетова Тасмагамбетову Тасмагамбетовым Тасмагамбетове Тасмагамбетовой Тасмагамбетовы Тасмагамбетовых',
  'Лавров Лаврова Лаврову Лавровым Лаврове Лавровой',
  'Путин Путина Путину Путиным Путине Путиной Путины',
  'Голицын Голицына Голицыну Голицыным Голицыной',
  'Зеленский Зеленского Зеленскому Зеленским Зеленском Зеленская Зеленской Зеленскую Зеленские Зеленских',
  'Троцкий Троцкого Троцкому Троцким Троцком Троцкая Троцкую',
  'Толстой Толстого Толстому Толстым Толстом Толстая Толстую Толстые',
  'Белый Белого Белому Белым Белом Белая Белую',
  'Байден Байдена Байдену Байденом Байдене Байдены',
  'Зась Зася Засю Засем Засе',
  'Лукашенко Лукашенки Лукашенку',
  'Саакашвили',
  'Шеварднадзе',
  'Глинка Глинки Глинке Глинку Глинкой',
  'Лукашевич Лукашевича Лукашевичу Лукашевичем Лукашевиче',
  'Пашинян Пашиняна Пашиняну Пашиняном Пашиняне',
  'Цой Цоя Цою Цоем Цое',
  'Ким Кима Киму Кимом Киме',
  'Кравец Кравца Кравцу Кравцом Кравце',
  'Ковалёк Ковалька Ковальку Ковальком',
  'Максим Максима Максиму Максимом Максиме',
  'Артём Артёма Артему Артемом',
  'Сергей Сергея Сергею Сергеем Сергее',
  'Дмитрий Дмитрия Дмитрию Дмитрием Дмитрии',
  'Мария Марии Марию Марией',
  'Павел Павла Павлу Павлом Павле',
  'Лев Льва Льву Львом Льве',
  'Королёва Королевой Королёву',
];

const strangers = [
  'Лавров Лаврентьев',
  'Путин Путилов',
  'Зеленский Зеленов',
  'Байден Баев',
  'Ким Кимов',
  'Иванов Иванович',
  'Максим Максимов',
];

const surnameOf = (word: string): string | null => normalForms(word).surname;

describe('the normal forms of a word', () => {
  it.each(families)('take these for one surname: %s', (family) => {
    expect(new Set(family.split(' ').map(surnameOf))).toHaveLength(1);
  });

  it.each(strangers)('tell these surnames apart: %s', (pair) => {
    expect(new Set(pair.split(' ').map(surnameOf))).toHaveLength(2);
  });

  it('treat the parts of a double name alone', () => {
    expect(surnameOf('Петрову-Водкину')).toBe(surnameOf('Петров-Водкин'));
  });

  it('fold case, «ё», stress marks and apostrophes', () => {
    expect(normalForms('ЁЛКА').folded).toBe('елка');
    expect(normalForms('за́мок').folded).toBe('замок');
    expect(normalForms('й'.normalize('NFD')).folded).toBe('й');
    expect(normalForms('O’Neill').folded).toBe("o'neill");
  });

  it('give inflected words one stem, in Russian and in English', () => {
    expect(normalForms('учениями').stem).toBe(normalForms('Учения').stem);
    expect(normalForms('Agreements').stem).toBe(normalForms('agreement').stem);
    expect(normalForms('пресс-службы').stem).toBe(normalForms('пресс-служба').stem);
  });

  it('have no surname for what has no capital or no Cyrillic letters', () => {
    expect(surnameOf('законов')).toBeNull();
    expect(surnameOf('Biden')).toBeNull();
    expect(surnameOf('2026')).toBeNull();
  });

  it('leave numbers and other scripts as they are', () => {
    expect(normalForms('75').stem).toBe('75');
    expect(normalForms('日本').stem).toBe('日本');
  });

  it('say that two words may be one where stem or surname agree', () => {
    const mayBe = (a: string, b: string): boolean => mayBeOneWord(normalForms(a), normalForms(b));
    expect(mayBe('Тасмагамбетовым', 'Тасмагамбетов')).toBe(true);
    expect(mayBe('законом', 'законов')).toBe(true);
    expect(mayBe('закон', 'законодатель')).toBe(false);
  });
});
