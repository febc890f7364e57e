import { writeFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import type { ExportReport } from '../contract/engine-answers';
import type { FormatDescription } from '../contract/exchange';
import {
  carriedInWords,
  lossReportAsJson,
  lossReportAsText,
  sentenceOfLoss,
  type LossReport,
} from '../core/exchange/loss-report';
import { messageOf } from '../core/thrown';
import { sayOfFormats, say, tally } from './words';

/** Tells in short what an export comes to: how large a network is, and what is lost, how many of what, and why. */
export function tellLosses({ network, losses }: ExportReport): void {
  if (network)
    console.error(sayOfFormats('report.written', { what: carriedInWords('', network, sayOfFormats) }));
  if (losses.length === 0) return;
  console.error(sayOfFormats('report.losses'));
  for (const line of losses) console.error(`  ${sentenceOfLoss(line, sayOfFormats)}`);
}

/** Writes the whole report: as JSON where the file's name ends so, else as text. False where it cannot be written. */
export function writeReport(
  file: string,
  project: string,
  { name, title }: FormatDescription,
  { path, written, network, losses }: ExportReport,
): boolean {
  const report: LossReport = { project, format: { name, title }, path, written, network, losses };
  const isJson = extname(file).toLowerCase() === '.json';
  const text = isJson ? lossReportAsJson(report) : lossReportAsText(report, tally(written), sayOfFormats);
  try {
    writeFileSync(resolve(file), text);
    return true;
  } catch (error) {
    const detail = messageOf(error);
    console.error(say('export.reportFailed', { path: resolve(file), detail }));
    return false;
  }
}
