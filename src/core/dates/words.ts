/**
 * What a word says about a date, in one alphabet for all languages: `M11` a month, `W5` a day of the week, `S23` a
 * season by its EDTF number, `N7` a number, `P199` a decade, `A-1` a day counted from the document's, and small
 * English words for the rest. What says nothing is an empty string.
 */
export type Mark = string;

const russianMonths: readonly string[] = [
  'январ[ьяеюи]|январем|янв',
  'феврал[ьяеюи]|февралем|фев|февр',
  'март[аеу]?|мартом|мар',
  'апрел[ьяеюи]|апрелем|апр',
  'ма[йяею]|маем',
  'июн[ьяеюи]|июнем',
  'июл[ьяеюи]|июлем',
  'август[аеу]?|августом|авг',
  'сентябр[ьяеюи]|сентябрем|сен|сент',
  'октябр[ьяеюи]|октябрем|окт',
  'ноябр[ьяеюи]|ноябрем|ноя|нояб',
  'декабр[ьяеюи]|декабрем|дек',
];

const englishMonths: readonly string[] = [
  ...['january|jan', 'february|feb', 'march|mar', 'april|apr', 'may', 'june|jun', 'july|jul'],
  ...['august|aug', 'september|sept|sep', 'october|oct', 'november|nov', 'december|dec'],
];

const weekdays: readonly string[] = [
  'понедельник[ау]?|monday|mon',
  'вторник[ау]?|tuesday|tue|tues',
  'сред[ауые]|wednesday|wed',
  'четверг[ау]?|thursday|thu|thurs',
  'пятниц[ауые]|friday|fri',
  'суббот[ауые]|saturday|sat',
  'воскресень[ею]|воскресенья|sunday|sun',
];

const seasons: readonly string[] = [
  'весн[ауые]|весной|весною|spring',
  'лет[ао]|летом|summer',
  'осен[ьи]|осенью|autumn|fall',
  'зим[ауые]|зимой|зимою|winter',
];

const units: Readonly<Record<string, string>> = {
  day: 'день|дня|дней|днем|сутки|суток|day|days',
  week: 'недел[яиюе]|недель|неделей|week|weeks',
  month: 'месяц[ауе]?|месяцев|месяцем|month|months',
  year: 'год[ауы]?|годах|годом|годов|годы|лет|г|гг|year|years',
};

/** Endings of Russian adjectives, in all cases and genders. */
const ending = '(?:ый|ий|ой|ая|яя|ое|ее|ого|его|ую|юю|ым|им|ом|ем|ей|ому|ему|ые|ие|ых|их)';

const directions: Readonly<Record<string, string>> = {
  beforelast: `позапрошл${ending}`,
  last: `(?:прошл|прошедш|минувш|предыдущ)${ending}|last|previous`,
  this: `(?:текущ|нынешн)${ending}|этот|это|эта|эту|этой|этого|этом|этим|this|current`,
  next: `(?:следующ|будущ|наступающ|предстоящ|ближайш|грядущ)${ending}|next|coming|following`,
};

const near: Readonly<Record<string, string>> = {
  'A-2': 'позавчера',
  'A-1': 'вчера|накануне|yesterday',
  A0: 'сегодня|today',
  A1: 'завтра|tomorrow',
  A2: 'послезавтра',
};

const numbers: Readonly<Record<string, string>> = {
  N1: 'один|одну|одного|одна|одно|one|first|первого|первое',
  N2: 'два|две|двух|two',
  N3: 'три|трех|three',
  N4: 'четыре|четырех|four',
  N5: 'пять|пяти|five',
  N6: 'шесть|шести|six',
  N7: 'семь|семи|seven',
  N8: 'восемь|восьми|eight',
  N9: 'девять|девяти|nine',
  N10: 'десять|десяти|ten',
  'N6 month': 'полгода',
};

const others: Readonly<Record<string, string>> = {
  ago: 'назад|ago',
  in: 'через|in',
  part: 'начал[аеоу]|середин[аеуы]|кон(?:ец|це|ца|цу)|early|mid|late|beginning|middle|end',
  about: 'около|примерно|приблизительно|about|around|circa|c|approximately',
  maybe: 'возможно|вероятно|предположительно|possibly|probably|perhaps',
  from: 'с|со|from',
  to: 'по|to|through|till|until|–|—|-',
  between: 'between',
  and: 'and',
  // «и» of «15 и 16 мая» names two days, not what lies between them: it stays unknown.
  '': 'в|во|на|к|за|период|числа|on|at|of|the|a|an|during',
};

const listed = (letter: string, words: readonly string[], first = 1): [Mark, string][] =>
  words.map((pattern, index) => [`${letter}${first + index}`, pattern]);

const dictionary: readonly (readonly [Mark, RegExp])[] = [
  ...listed('M', russianMonths),
  ...listed('M', englishMonths),
  ...listed('W', weekdays),
  ...listed('S', seasons, 21),
  ...[units, directions, near, numbers, others].flatMap((table) => Object.entries(table)),
].map(([mark, pattern]) => [mark, new RegExp(`^(?:${pattern})$`, 'u')]);

/** Numbers as they stand in dates: `23`, `23rd`, `23-го`, and decades: `1990s`, `1990-х`. */
function markOfNumber(word: string): Mark | null {
  const decade = /^(\d{3})0(?:s|-?(?:е|х|м|ми|ые|ых))$/u.exec(word)?.[1];
  if (decade !== undefined) return `P${decade}`;
  const number = /^(\d{1,4})(?:st|nd|rd|th|-?(?:го|е|й|м|му|ое|ого|г))?$/u.exec(word)?.[1];
  return number === undefined ? null : `N${Number(number)}`;
}

/** What a word in lower case, with е for ё, says about a date; null where it is not known. */
export const markOf = (word: string): Mark | null =>
  markOfNumber(word) ?? dictionary.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
