import { describe, expect, it } from 'vitest';
import { stemEnglish } from './stem-english';
import { stemRussian } from './stem-russian';

/** Pairs from the vocabularies that Snowball publishes with its algorithms. */
const pairs = (list: string): [word: string, stem: string][] =>
  list
    .trim()
    .split(/\s+/u)
    .map((pair) => pair.split(':') as [string, string]);

const russian = `
  в:в вавиловка:вавиловк вагнера:вагнер вагон:вагон вагона:вагон вагонах:вагон важная:важн важнее:важн важнейшие:важн
  важничал:важнича важно:важн важность:важност важную:важн важны:важн вазах:ваз вазы:ваз вакса:вакс валандался:валанда
  валентина:валентин вам:вам ванной:ван ванну:ван вардаматар:вардаматар
  п:п па:па пава:пав павел:павел павильон:павильон павла:павл павлиний:павлин падаль:падал падает:пада падаю:пада
  падающие:пада падеж:падеж палец:палец пальца:пальц пальцами:пальц подошедший:подошедш увидевши:увидевш
  улыбнувшись:улыбнувш стараться:стара новейшие:нов`;

const english = `
  consign:consign consigned:consign consigning:consign consignment:consign consist:consist consistency:consist
  consistently:consist consolation:consol consolations:consol consolatory:consolatori console:consol consoled:consol
  consolidate:consolid consolidating:consolid consoling:consol consonant:conson conspicuous:conspicu conspiracy:conspiraci
  conspirators:conspir constable:constabl constance:constanc constancy:constanc knack:knack knackeries:knackeri
  knaves:knave knavish:knavish knee:knee kneeling:kneel knelt:knelt knew:knew knights:knight knitting:knit knives:knive
  knotted:knot knows:know hoping:hope hopping:hop generously:generous communism:communism skies:sky dying:die news:news
  president's:presid presidents:presid relational:relat possibility:possibl ties:tie gas:gas gaps:gap sayings:say constructor:constructor`;

describe('the stem of a Russian word', () => {
  it.each(pairs(russian))('%s has the stem %s', (word, stem) => {
    expect(stemRussian(word)).toBe(stem);
  });
});

describe('the stem of an English word', () => {
  it.each(pairs(english))('%s has the stem %s', (word, stem) => {
    expect(stemEnglish(word)).toBe(stem);
  });
});
