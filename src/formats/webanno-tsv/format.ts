import type { Format } from '../exchange/format';
import { carries } from './carries';
import { claim } from './claim';
import { parse } from './parse';
import { serialize } from './serialize';

/** WebAnno TSV 3.3, as INCEpTION and WebAnno write it. */
export const webannoTsv: Format = {
  name: 'webanno-tsv',
  title: 'WebAnno TSV',
  import: { linksDocuments: false, options: [], claim, parse },
  export: {
    options: [],
    target: () => 'folder',
    ending: () => '',
    carries,
    serialize,
  },
};
