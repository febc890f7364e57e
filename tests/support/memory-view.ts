import type { ProjectView } from '../../src/core/commands/project-view';
import type { AnyRecord, RecordName, Records } from '../../src/core/model/records';
import { makeOffsetTable } from '../../src/core/offsets';

/** A project in memory, all of whose documents have the same text. */
export function memoryView(records: readonly AnyRecord[], text: string): ProjectView {
  const all = <Name extends RecordName>(name: Name): Records[Name][] =>
    records.filter((record): record is Records[Name] => record.record === name);
  const offsets = makeOffsetTable(text);
  return {
    find: (name, id) => all(name).find((record) => record.id === id),
    rolesOf: (type) => all('role').filter((role) => role.type === type),
    attributesOf: (type) =>
      all('attribute').filter(({ owner }) => owner.of === 'type' && owner.type === type),
    termsOf: (attribute) => all('term').filter((term) => term.attribute === attribute),
    carriersOf: (term) =>
      [...all('annotation'), ...all('entry'), ...all('document')].filter(
        ({ attributes }) => attributes[term.attribute] === term.id,
      ),
    queue: () => all('document').toSorted((a, b) => a.position - b.position),
    latestVersion: () => all('version').toSorted((a, b) => b.number - a.number)[0] ?? null,
    roles: () => all('role'),
    lastLink: (document, coder, roles) =>
      all('link').findLast(({ annotation, role }) => {
        const holder = all('annotation').find(({ id }) => id === annotation);
        return holder?.document === document && holder.coder === coder && roles.includes(role);
      }),
    linksOf: (id) =>
      all('link').filter(
        ({ annotation, target }) =>
          annotation === id || (target.by === 'annotation' && target.annotation === id),
      ),
    mentionsOf: (id) => all('annotation').filter(({ entry }) => entry === id),
    linksTo: (id) => all('link').filter(({ target }) => target.by === 'entry' && target.entry === id),
    eventsAt: (id) => all('entry').filter(({ place }) => place === id),
    codebook: () => ({
      types: all('type'),
      roles: all('role'),
      attributes: all('attribute'),
      terms: all('term'),
    }),
    hasAnnotationsUnder: (id) => all('annotation').some(({ version }) => version === id),
    annotationsOfTypes: (types) => all('annotation').filter(({ type }) => types.includes(type)),
    entries: () => all('entry'),
    entriesOfTypes: (types) => all('entry').filter(({ type }) => type !== null && types.includes(type)),
    linksOfRoles: (roles) => all('link').filter(({ role }) => roles.includes(role)),
    linksOfTypes: (types) => {
      const isOne = (id: string): boolean =>
        all('annotation').some((one) => one.id === id && types.includes(one.type));
      return all('link').filter(
        ({ annotation, target }) =>
          isOne(annotation) || (target.by === 'annotation' && isOne(target.annotation)),
      );
    },
    valuedWith: (id) =>
      [...all('annotation'), ...all('entry'), ...all('document')].filter(
        ({ attributes }) => id in attributes,
      ),
    contentsOf: (id) =>
      [...all('annotation'), ...all('segmentation')].filter(({ document }) => document === id),
    quote: (_document, { start, end }) =>
      end > offsets.codePoints ? undefined : text.slice(offsets.toUtf16(start), offsets.toUtf16(end)),
  };
}
