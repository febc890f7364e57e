import type { Contents } from '../exchange/contents';
import { documentFeatures, entryFeatures, type Feature } from './features';

/** The name of the card, by which the Hugging Face Hub finds it. */
export const cardFile = 'README.md';

/** By this line a card that Postil wrote is known from other files of that name. */
export const cardMark = '<!-- Written by Postil -->';

const dtype = (feature: Feature, indent: string): string => {
  if ('type' in feature) return `${indent}dtype: ${feature.type}`;
  return typeof feature.list === 'string'
    ? `${indent}list: ${feature.list}`
    : `${indent}list:\n${yaml(feature.list, indent)}`;
};

const yaml = (features: readonly Feature[], indent: string): string =>
  features.map((feature) => `${indent}- name: ${feature.name}\n${dtype(feature, `${indent}  `)}`).join('\n');

interface Part {
  readonly name: string;
  readonly file: string;
  readonly features: readonly Feature[];
}

const size = (count: number): string =>
  count < 1000 ? 'n<1K' : count < 10_000 ? '1K<n<10K' : count < 100_000 ? '10K<n<100K' : '100K<n<1M';

const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>#|]/gu, '\\$&').replace(/\s+/gu, ' ');

/**
 * A dataset card as the Hugging Face Hub and `datasets` read it: which files there are, the features of their rows,
 * and for people what they mean. `ending` is that of the files of rows.
 */
export function datasetCard(contents: Contents, ending: string, hasEntries: boolean): string {
  const parts: readonly Part[] = [
    { name: 'documents', file: `documents${ending}`, features: documentFeatures },
    ...(hasEntries ? [{ name: 'entries', file: `entries${ending}`, features: entryFeatures }] : []),
  ];
  return `---
pretty_name: ${JSON.stringify(contents.name)}
size_categories:
- ${size(contents.size)}
task_categories:
- token-classification
tags:
- annotations
- postil
configs:
${parts.map(({ name, file }, index) => `- config_name: ${name}\n${index === 0 ? '  default: true\n' : ''}  data_files: ${file}`).join('\n')}
dataset_info:
${parts.map(({ name, features }) => `- config_name: ${name}\n  features:\n${yaml(features, '  ')}`).join('\n')}
---
${cardMark}

# ${escaped(contents.name)}

${contents.size} documents with their annotations, one document in each row of \`documents${ending}\`.${
    hasEntries ? ` The registry of entities and events that they refer to is \`entries${ending}\`.` : ''
  } The codebook (types, roles, attributes, terms) is \`codebook.json\`.

## Fields

- \`text\`: the document. All offsets count Unicode code points of it from 0; the end is exclusive, as in Python.
- \`annotations\`: what was annotated. \`type\` is the type's id and \`label\` its name; \`kind\` is entity, event,
  statement or relation. \`fragments\` are the stretches of the text, more than one where it is discontinuous, none for relations.
- \`annotations[].roles\`: what fills the roles of events, statements and relations: another annotation (of another
  document where \`document\` is given), an entry of the registry, or a bare stretch of text.
- \`attributes\`: \`value\` is JSON, \`label\` is the same for people.
- \`origin\`: where a record was imported from, as JSON.
`;
}
