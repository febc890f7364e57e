import { brat } from './brat/format';
import { codebookText } from './codebook-text/format';
import { conll } from './conll/format';
import { doccano } from './doccano/format';
import type { Format } from './exchange/format';
import { factRuEval } from './factrueval/format';
import { html } from './html/format';
import { jsonl } from './jsonl/format';
import { labelStudio } from './label-studio/format';
import { edgeList } from './networks/edge-list';
import { graphml } from './networks/graphml';
import { parquet } from './parquet/format';
import { prodigy } from './prodigy/format';
import { refiQda } from './refi-qda/format';
import { spacy } from './spacy/format';
import { csv, tsv } from './tables/format';
import { uimaJson, uimaXmi } from './uima/format';
import { w3c } from './w3c/format';
import { xlsx } from './tables/xlsx';
import { webannoTsv } from './webanno-tsv/format';

/**
 * Every exchange format, in the order in which lists show them and files are looked at: what Postil writes itself comes
 * before what resembles it. Postil's own JSON is not among them: it is the project.
 */
export const formats: readonly Format[] = [
  factRuEval,
  brat,
  webannoTsv,
  uimaXmi,
  uimaJson,
  w3c,
  csv,
  tsv,
  xlsx,
  jsonl,
  parquet,
  labelStudio,
  prodigy,
  spacy,
  doccano,
  conll,
  refiQda,
  graphml,
  edgeList,
  html,
  codebookText,
];

/** The format of this name. */
export const formatNamed = (name: string): Format | undefined =>
  formats.find((format) => format.name === name);
