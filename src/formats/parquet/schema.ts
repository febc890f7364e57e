import type { ParquetWriter } from 'hyparquet-writer/src/parquet-writer.js';
import type { Feature } from '../dataset/features';

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

const leaf = (name: string, type: 'string' | 'int32'): SchemaElement =>
  type === 'int32'
    ? { name, type: 'INT32', repetition_type: 'OPTIONAL' }
    : { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' };

const elements = (feature: Feature): readonly SchemaElement[] => {
  if ('type' in feature) return [leaf(feature.name, feature.type)];
  const { name, list } = feature;
  return [
    { name, converted_type: 'LIST', repetition_type: 'OPTIONAL', num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    ...(typeof list === 'string'
      ? [leaf('element', list)]
      : [
          { name: 'element', repetition_type: 'OPTIONAL', num_children: list.length } as const,
          ...list.flatMap(elements),
        ]),
  ];
};

/** The schema of rows with some features, as Arrow writes it: every field may be null, lists have three levels. */
export const schemaOf = (features: readonly Feature[]): SchemaElement[] => [
  { name: 'schema', num_children: features.length },
  ...features.flatMap(elements),
];
