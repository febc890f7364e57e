import { brat } from './brat/format';
import type { Format } from './exchange/format';
import { prodigy } from './prodigy/format';
import { webannoTsv } from './webanno-tsv/format';

/** Every exchange format, in the order in which lists show them. Postil's own JSON is not among them: it is the project. */
export const formats: readonly Format[] = [brat, webannoTsv, prodigy];

/** The format of this name. */
export const formatNamed = (name: string): Format | undefined =>
  formats.find((format) => format.name === name);
