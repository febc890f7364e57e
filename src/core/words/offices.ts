import { normalForms, type NormalForms } from './normal-forms';

/** Titles, offices and forms of address that stand beside a person's name, in Russian and in English. */
const list = `
  президент премьер министр замминистра канцлер председатель зампред глава замглавы руководитель директор гендиректор
  секретарь генсек генсекретарь госсекретарь спикер сенатор депутат губернатор мэр посол посла посланник представитель
  постпред уполномоченный советник помощник заместитель лидер начальник командующий главнокомандующий судья прокурор
  генерал генерал-майор полковник подполковник майор капитан маршал адмирал король короля королева принц принцесса
  император шейх эмир патриарх митрополит архиепископ епископ папа академик профессор доктор господин госпожа г-н г-жа
  товарищ мистер миссис дипломат политолог эксперт журналист писатель
  president premier minister chancellor chairman chairwoman chair head director secretary speaker senator congressman
  congresswoman representative deputy governor mayor ambassador envoy commissioner adviser advisor leader chief judge
  justice prosecutor general colonel major captain marshal admiral king queen prince princess emperor sheikh emir patriarch
  archbishop bishop pope cardinal professor prof doctor dr mr mrs ms sir lord lady dame`;

const offices: ReadonlySet<string> = new Set(
  list
    .trim()
    .split(/\s+/u)
    .map((word) => normalForms(word).stem),
);

/** Whether a word is a title or an office, alone or as a part of a word with hyphens: «экс-президента». */
export const isOffice = ({ stem }: Pick<NormalForms, 'stem'>): boolean =>
  offices.has(stem) || stem.split('-').some((part) => offices.has(part));
