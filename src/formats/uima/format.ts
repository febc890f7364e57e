import type { Format } from '../exchange/format';
import { carriesXmi } from './carries';
import { claimXmi, parseXmi } from './parse-xmi';
import { serializeXmi } from './serialize-xmi';

/** UIMA CAS XMI 2.0 with its type system, as INCEpTION and DKPro read and write it. */
export const uimaXmi: Format = {
  name: 'uima-xmi',
  title: 'UIMA CAS XMI',
  import: { linksDocuments: false, options: [], claim: claimXmi, parse: parseXmi },
  export: {
    options: [],
    target: () => 'folder',
    ending: () => '',
    carries: carriesXmi,
    serialize: serializeXmi,
  },
};
