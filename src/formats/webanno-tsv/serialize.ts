import type { Reason, Thing } from '../../core/exchange/things';
import { CasWriter } from '../cas/cas-writer';
import { DocumentFiles } from '../cas/document-files';
import type { CasAnnotation, CasDocument } from '../cas/model';
import type { Abilities } from '../cas/written-value';
import type { Exporting, Piece } from '../exchange/format';
import { headerOf } from './columns';
import { escapeText } from './escape';
import { writeHeader, type HeaderLayer } from './header';
import { soundReferences } from './references';
import { gapOf } from './text-builder';
import { Units, type Unit } from './units';
import { cellsOf } from './write-cells';

const abilities: Abilities = { typed: false, relationsFill: false, xml: false, inRows: true };

/** Writes a file for each document. */
export const serialize: Exporting['serialize'] = function* (contents, context): Generator<Piece> {
  const writer = new CasWriter(contents, context, abilities);
  const { lose } = context;
  const usedTypes = new Set<string>();
  const files = new DocumentFiles('.tsv', contents.size);
  for (const one of contents.documents()) {
    const { document } = one;
    for (const { type } of one.annotations) usedTypes.add(type);
    const tell = (thing: Thing, reason: Reason, record: string): void =>
      lose({ thing, reason, record, part: null, document: document.name });
    const cas = writer.write(one);
    const { file, isSame } = files.fileFor(document);
    if (!isSame) tell('document-name', 'spelling', document.id);
    yield { file, data: written(cas, new Set(one.annotations.map(({ id }) => id)), one.links, tell) };
  }
  writer.tellEntries();
  for (const { id } of contents.codebook.types)
    if (!usedTypes.has(id)) lose({ thing: 'type', reason: 'unused', record: id, part: null, document: null });
};

function written(
  cas: CasDocument,
  records: ReadonlySet<string>,
  links: Parameters<typeof soundReferences>[2],
  tell: (thing: Thing, reason: Reason, record: string) => void,
): string {
  const header = headerOf(cas);
  const units = new Units(
    cas,
    header.map(({ layer }) => layer),
  );
  for (const { annotation, how } of units.moved)
    if (records.has(annotation.id))
      tell(how === 'edges' ? 'fragment' : 'annotation', 'token-edges', annotation.id);
  const sound = soundReferences(cas, header, links, units, tell);
  const lines = ['#FORMAT=WebAnno TSV 3.3', ...header.map(writeHeader), ''];
  const sentenceIds = Array.isArray(cas.fields['sentenceIds']) ? cas.fields['sentenceIds'] : [];
  units.sentences.forEach((row, index) => {
    lines.push('');
    const id: unknown = sentenceIds.length === units.sentences.length ? sentenceIds[index] : undefined;
    if (typeof id === 'string') lines.push(`#Sentence.id=${id}`);
    const text = sentenceText(
      cas.text,
      row[0]?.begin ?? 0,
      units.sentences[index + 1]?.[0]?.begin,
      index === 0,
    );
    for (const line of text.split('\n')) lines.push(`#Text=${escapeText(line)}`);
    for (const token of row)
      for (const unit of [token, ...token.parts]) lines.push(rowOf(unit, cas.text, header, units, sound));
  });
  return `${lines.join('\n')}\n`;
}

/** A sentence as far as the next one, without what the offsets alone tell of the gap between them. */
function sentenceText(text: string, begin: number, next: number | undefined, isFirst: boolean): string {
  const lead = isFirst && !/^ *$/u.test(text.slice(0, begin)) ? 0 : begin;
  const whole = text.slice(lead, next);
  if (next === undefined) return whole;
  const gap = /\n *$/u.exec(whole)?.[0] ?? '';
  return gap === gapOf(gap.length, false) ? whole.slice(0, whole.length - gap.length) : whole;
}

function rowOf(
  unit: Unit,
  text: string,
  header: readonly HeaderLayer[],
  units: Units,
  sound: (one: CasAnnotation) => CasAnnotation | null,
): string {
  const cells = header.flatMap((layer) => cellsOf(unit, layer, units, sound));
  const place = `${unit.begin}-${unit.end}`;
  return `${[unit.id, place, escapeText(text.slice(unit.begin, unit.end)), ...cells].join('\t')}\t`;
}
