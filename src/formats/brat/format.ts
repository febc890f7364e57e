import type { Format } from '../exchange/format';
import { bratCarries } from './carries';
import { claimBrat } from './claim';
import { bratFormat } from './kept';
import { parseBrat } from './parse';
import { serializeBrat } from './serialize';

/** The standoff format of brat: https://brat.nlplab.org/standoff.html. */
export const brat: Format = {
  name: bratFormat,
  title: 'brat standoff',
  import: { linksDocuments: false, options: [], claim: claimBrat, parse: parseBrat },
  export: {
    options: [],
    target: () => 'folder',
    ending: () => '',
    carries: () => bratCarries,
    serialize: serializeBrat,
  },
};
