import type annotations from '../../../resources/locales/en/annotations.json';
import type backups from '../../../resources/locales/en/backups.json';
import type changes from '../../../resources/locales/en/changes.json';
import type coders from '../../../resources/locales/en/coders.json';
import type codebook from '../../../resources/locales/en/codebook.json';
import type commands from '../../../resources/locales/en/commands.json';
import type common from '../../../resources/locales/en/common.json';
import type documents from '../../../resources/locales/en/documents.json';
import type exporting from '../../../resources/locales/en/exporting.json';
import type formats from '../../../resources/locales/en/formats.json';
import type history from '../../../resources/locales/en/history.json';
import type importing from '../../../resources/locales/en/importing.json';
import type notices from '../../../resources/locales/en/notices.json';
import type problems from '../../../resources/locales/en/problems.json';
import type project from '../../../resources/locales/en/project.json';
import type reader from '../../../resources/locales/en/reader.json';
import type registry from '../../../resources/locales/en/registry.json';
import type roles from '../../../resources/locales/en/roles.json';
import type retrieval from '../../../resources/locales/en/retrieval.json';
import type settings from '../../../resources/locales/en/settings.json';
import type tagAll from '../../../resources/locales/en/tagAll.json';
import type typeAhead from '../../../resources/locales/en/typeAhead.json';
import type spans from '../../../resources/locales/en/spans.json';
import type types from '../../../resources/locales/en/types.json';
import type values from '../../../resources/locales/en/values.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    /** The English texts are the model: a key that they lack does not compile. */
    resources: {
      annotations: typeof annotations;
      backups: typeof backups;
      changes: typeof changes;
      coders: typeof coders;
      codebook: typeof codebook;
      commands: typeof commands;
      common: typeof common;
      documents: typeof documents;
      exporting: typeof exporting;
      formats: typeof formats;
      history: typeof history;
      importing: typeof importing;
      notices: typeof notices;
      problems: typeof problems;
      project: typeof project;
      reader: typeof reader;
      registry: typeof registry;
      roles: typeof roles;
      retrieval: typeof retrieval;
      settings: typeof settings;
      tagAll: typeof tagAll;
      typeAhead: typeof typeAhead;
      spans: typeof spans;
      types: typeof types;
      values: typeof values;
    };
  }
}

type Texts = Record<string, unknown>;

const files = import.meta.glob<Texts>('../../../resources/locales/*/*.json', {
  eager: true,
  import: 'default',
});

/** Every text of the interface: by language, then by the file that holds it. */
export const resources: Record<string, Record<string, Texts>> = {};

for (const [path, texts] of Object.entries(files)) {
  const [language = '', file = ''] = path.split('/').slice(-2);
  (resources[language] ??= {})[file.replace('.json', '')] = texts;
}
