import type { AttributeRecord, AttributeValue } from '../../core/model/codebook';
import { ok } from '../../core/result';
import { csvSegments } from '../../formats/segments/csv';
import { jsonSegments } from '../../formats/segments/json';
import type { ExportedSegment } from '../../formats/segments/row';
import type { SegmentRow } from '../../contract/segments';
import type { Handler } from '../calls/handler';
import { writeWhole } from '../export/target';
import { withFrozenProject } from '../frozen';
import { attributes, terms, types } from '../storage/records/codebook';
import { coders } from '../storage/records/coders';
import type { Reader } from '../storage/file/connection';
import { documents } from '../storage/records/documents';
import { entries } from '../storage/records/registry';
import { makeTextCache } from '../storage/records/text-cache';
import { arrange } from './arrangements';
import { segmentRows } from './rows';

const rowsAtOnce = 200;

/** Writes what the table shows, as it is at one moment, to a file. The target is replaced whole, or stays as it was. */
export const exportSegments: Handler<'segments.export'> = (
  project,
  { job: name, query, hidden, format, out },
) =>
  project.jobs.run(name, (job) =>
    withFrozenProject(project, job, async (reader) => {
      const arrangement = arrange(reader, query);
      const texts = makeTextCache();
      const source = { reader, readText: (id: Parameters<typeof texts.read>[1]) => texts.read(reader, id) };
      const { columns, complete } = makeCompletion(reader);
      const { begin, row, end } = (format === 'csv' ? csvSegments : jsonSegments)(columns);
      const { total } = await arrangement.count();
      let done = 0;
      const bytes = await writeWhole(out, async (draft) => {
        await draft.write(begin);
        while (done < total) {
          const rows = segmentRows(source, await arrangement.rows(done, rowsAtOnce), new Set(hidden));
          for (const [index, segment] of rows.entries())
            await draft.write(row(complete(segment), done + index === 0));
          done += Math.max(1, rows.length);
          job.report('writing', done, total);
          await job.breathe();
        }
        await draft.write(end);
        return ok(null);
      });
      return bytes.ok ? ok({ path: out, bytes: bytes.value, rows: total }) : bytes;
    }),
  );

/** What completes a row with the names that its ids stand for, and the columns that attributes have. */
function makeCompletion(reader: Reader): {
  readonly columns: readonly string[];
  readonly complete: (row: SegmentRow) => ExportedSegment;
} {
  const byId = <Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> =>
    new Map(items.map((item) => [item.id, item]));
  const [type, coder, entry, document, term] = [
    byId(types.all(reader)),
    byId(coders.all(reader)),
    byId(entries.all(reader)),
    byId(documents.all(reader)),
    byId(terms.all(reader)),
  ];
  const ofAnnotations = attributes.all(reader).filter(({ owner }) => owner.of === 'type');
  const columnOf = new Map(ofAnnotations.map((attribute) => [attribute.id as string, columnName(attribute)]));
  const inWords = (value: AttributeValue): string => {
    if (typeof value === 'string') return term.get(value)?.name ?? value;
    if (typeof value !== 'object') return String(value);
    return 'edtf' in value ? value.edtf : value.join(' | ');
  };
  return {
    columns: [...columnOf.values()],
    complete: ({ annotation, sentence }) => ({
      annotation,
      sentence,
      documentName: document.get(annotation.document)?.name ?? '',
      kind: type.get(annotation.type)?.kind ?? null,
      typeNames: type.get(annotation.type)?.names ?? {},
      coderName: coder.get(annotation.coder)?.name ?? '',
      entryName: annotation.entry && (entry.get(annotation.entry)?.name ?? null),
      values: Object.fromEntries(
        Object.entries(annotation.attributes).map(([id, value]) => [columnOf.get(id) ?? id, inWords(value)]),
      ),
    }),
  };
}

/** The id tells attributes of one name apart. */
const columnName = ({ id, names }: AttributeRecord): string =>
  `${names['en'] ?? Object.values(names)[0] ?? ''} (${id})`.trimStart();
