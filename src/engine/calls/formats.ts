import type { FormatDescription } from '../../contract/exchange';
import { chosenOptions, defaultOptions, type Options } from '../../core/exchange/options';
import { carrying } from '../../core/exchange/things';
import { problem } from '../../core/problem';
import { fail, ok } from '../../core/result';
import { formatNamed, formats } from '../../formats/all';
import type { Exporting, Format } from '../../formats/exchange/format';
import { writeWhole } from '../export/target';
import type { Handler } from './handler';

/** Postil's own format carries everything: it is the project in another shape. */
const own: FormatDescription = {
  name: 'json',
  title: 'Postil JSON',
  import: { options: [] },
  export: {
    options: [],
    target: 'file',
    ending: '.json',
    carries: carrying({}, 'whole'),
  },
};

const describeExport = (exporting: Exporting, options: Options): FormatDescription['export'] => ({
  options: exporting.options,
  target: exporting.target(options),
  ending: exporting.ending(options),
  carries: exporting.carries(options),
});

const describe = (format: Format): FormatDescription => ({
  name: format.name,
  title: format.title,
  import: format.import && { options: format.import.options },
  export: format.export && describeExport(format.export, defaultOptions(format.export.options)),
});

/** Every format that there is, Postil's own first. */
export const describedFormats = (): readonly FormatDescription[] => [own, ...formats.map(describe)];

export const listFormats: Handler<'formats.list'> = () => ok(describedFormats());

export const describeFormatExport: Handler<'formats.export'> = (_, { format, options }) => {
  if (format === own.name) return ok(own.export);
  const exporting = formatNamed(format)?.export;
  if (!exporting) return fail(problem('format-not-known', { format }));
  const chosen = chosenOptions(exporting.options, options);
  return 'unfit' in chosen
    ? fail(problem('format-option-unfit', { option: chosen.unfit }))
    : ok(describeExport(exporting, chosen.options));
};

export const saveReport: Handler<'export.saveReport'> = async (_, { text, out }) => {
  const written = await writeWhole(out, async (draft) => {
    await draft.write(text);
    return ok(null);
  });
  return written.ok ? ok(null) : written;
};
