import type { Format } from '../exchange/format';
import { carriesJson, carriesXmi } from './carries';
import { claimJson, parseJson } from './parse-json';
import { claimXmi, parseXmi } from './parse-xmi';
import { serializeJson } from './serialize-json';
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

/** CAS JSON 0.4, as DKPro cassis and INCEpTION read and write it, with the type system in each file. */
export const uimaJson: Format = {
  name: 'uima-json',
  title: 'UIMA CAS JSON',
  import: { linksDocuments: false, options: [], claim: claimJson, parse: parseJson },
  export: {
    options: [],
    target: () => 'folder',
    ending: () => '',
    carries: carriesJson,
    serialize: serializeJson,
  },
};
