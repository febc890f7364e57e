import type { SerializeSegments } from './row';

/** Rows as one JSON document: every annotation as Postil's own format has it, with what its ids stand for. */
export const jsonSegments: SerializeSegments = () => ({
  begin: '{"format":"postil-segments","version":1,"rows":[',
  row: ({ annotation, ...names }, isFirst) =>
    `${isFirst ? '' : ','}\n${JSON.stringify({ ...annotation, ...names })}`,
  end: '\n]}\n',
});
