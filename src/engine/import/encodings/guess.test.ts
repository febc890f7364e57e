import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { guessEncoding } from './guess';
import { iconvName } from './names';

const likeliest = (text: string, encoding: string): string =>
  guessEncoding(iconv.encode(text, iconvName(encoding))).encoding;

const russian = [
  'Привет',
  'Россия',
  'Совет ОДКБ',
  'МОСКВА, 12 мая.',
  'Министр сказал: «Мы готовы к переговорам».',
  'Во вторник министры встретились в Бишкеке — и подписали соглашение № 5 о границе.',
  'В 2024 г. Ёлкин и Щукин объявили о съезде; текст опубликован на сайте office.example.org.',
];

const canEncode = (text: string, encoding: string): boolean =>
  iconv.decode(iconv.encode(text, iconvName(encoding)), iconvName(encoding)) === text;

const russianBytes = ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5', 'x-mac-cyrillic'].flatMap(
  (encoding) => russian.filter((text) => canEncode(text, encoding)).map((text) => ({ text, encoding })),
);

describe('guessing an encoding', () => {
  it.each(russianBytes)('knows «$text» in $encoding', ({ text, encoding }) => {
    expect(likeliest(text, encoding)).toBe(encoding);
  });

  it('knows Ukrainian in koi8-u and in windows-1251', () => {
    const text = 'Верховна Рада України ухвалила рішення, і її засідання завершено.';
    expect(likeliest(text, 'koi8-u')).toBe('koi8-u');
    expect(likeliest(text, 'windows-1251')).toBe('windows-1251');
  });

  it.each([
    ['Le président a été reçu à Genève, où il a évoqué la crise.', 'windows-1252'],
    ['Die Präsidentin fährt nach München; die Gespräche über Zölle dauern länger.', 'windows-1252'],
    ['El señor García habló mañana de la cooperación.', 'windows-1252'],
    ['Prezydent podkreślił, że rozmowy zakończą się w środę w Łodzi.', 'windows-1250'],
    ['Předseda vlády řekl, že příští schůzka bude ve čtvrtek.', 'windows-1250'],
  ])('knows %s', (text, encoding) => {
    expect(likeliest(text, encoding)).toBe(encoding);
  });

  it('knows UTF-16 that lacks its mark, in both orders', () => {
    const text = 'Совещание прошло в Москве 3 мая. The talks went on.';
    expect(guessEncoding(Buffer.from(text, 'utf16le')).encoding).toBe('utf-16le');
    expect(guessEncoding(Buffer.from(text, 'utf16le').swap16()).encoding).toBe('utf-16be');
  });

  it('is never certain, and shows what each candidate would look like', () => {
    const guess = guessEncoding(iconv.encode('Встреча прошла в Минске.', 'koi8-r'));
    expect(guess.certain).toBe(false);
    expect(guess.candidates[0]).toEqual({ encoding: 'koi8-r', sample: 'Встреча прошла в Минске.' });
    expect(guess.candidates.map((candidate) => candidate.encoding)).toContain('windows-1251');
  });

  it('shows the place where the candidates differ, however late it comes', () => {
    const text = `${'plain '.repeat(200)}Встреча прошла в Минске.`;
    const guess = guessEncoding(iconv.encode(text, 'windows-1251'));
    expect(guess.candidates[0]?.sample).toContain('Встреча прошла в Минске.');
  });
});
