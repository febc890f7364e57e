/** What formats are for, in the order in which lists show them. */
export const formatGroups = ['project', 'tools', 'tables', 'reports'] as const;

export type FormatGroup = (typeof formatGroups)[number];

const named: Readonly<Record<string, FormatGroup>> = {
  json: 'project',
  csv: 'tables',
  tsv: 'tables',
  xlsx: 'tables',
  jsonl: 'tables',
  parquet: 'tables',
  graphml: 'reports',
  edges: 'reports',
  html: 'reports',
  'codebook-text': 'reports',
};

/** What a format is for: most are those of other tools for annotation. */
export const groupOfFormat = (name: string): FormatGroup =>
  new Map(Object.entries(named)).get(name) ?? 'tools';
