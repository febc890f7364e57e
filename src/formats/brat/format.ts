import type { Format } from '../exchange/format';
import { claimBrat } from './claim';
import { bratFormat } from './kept';
import { parseBrat } from './parse';

/** The standoff format of brat: https://brat.nlplab.org/standoff.html. */
export const brat: Format = {
  name: bratFormat,
  title: 'brat standoff',
  import: { linksDocuments: false, options: [], claim: claimBrat, parse: parseBrat },
  export: null,
};
