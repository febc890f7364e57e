import type { ProjectView } from '../../../core/commands/project-view';
import type { AnnotationRecord } from '../../../core/model/annotation';
import type { SegmentationRecord } from '../../../core/model/document';
import { annotationsOf } from '../records/annotations';
import { attributes, latestVersion, roles, terms, types } from '../records/codebook';
import {
  annotationsOfTypes,
  entriesOfTypes,
  hasAnnotationsUnder,
  linksOfRoles,
  linksOfTypes,
  valuedWith,
} from './codebook-uses';
import type { Reader } from '../file/connection';
import { queueOf } from '../records/documents';
import { lastLinkOf, linksOfAnnotation } from '../records/links';
import { eventsAt, linksToEntry, mentionsOf } from './mentions';
import { entries } from '../records/registry';
import { repositories } from '../records/repositories';
import { segmentationsOf } from '../records/segmentations';
import { carriersOf } from './term-uses';
import type { TextCache } from '../records/text-cache';

/** What commands may know of the project, answered from the file as it is now. */
export function makeProjectView(reader: Reader, texts: TextCache): ProjectView {
  return {
    find: (name, id) => repositories[name].find(reader, id),
    rolesOf: (type) => roles.where(reader, 'type = ?', type),
    attributesOf: (type) => attributes.where(reader, 'type = ?', type),
    termsOf: (attribute) => terms.where(reader, 'attribute = ?', attribute),
    carriersOf: (term) => carriersOf(reader, term),
    queue: () => queueOf(reader),
    roles: () => roles.all(reader),
    lastLink: (document, coder, of) => lastLinkOf(reader, document, coder, of),
    latestVersion: () => latestVersion(reader),
    linksOf: (annotation) => linksOfAnnotation(reader, annotation),
    mentionsOf: (entry) => mentionsOf(reader, entry),
    linksTo: (entry) => linksToEntry(reader, entry),
    eventsAt: (place) => eventsAt(reader, place),
    codebook: () => ({
      types: types.all(reader),
      roles: roles.all(reader),
      attributes: attributes.all(reader),
      terms: terms.all(reader),
    }),
    hasAnnotationsUnder: (version) => hasAnnotationsUnder(reader, version),
    annotationsOfTypes: (wanted) => annotationsOfTypes(reader, wanted),
    entries: () => entries.all(reader),
    entriesOfTypes: (wanted) => entriesOfTypes(reader, wanted),
    linksOfRoles: (wanted) => linksOfRoles(reader, wanted),
    linksOfTypes: (wanted) => linksOfTypes(reader, wanted),
    valuedWith: (attribute) => valuedWith(reader, attribute),
    contentsOf: (document): (AnnotationRecord | SegmentationRecord)[] => [
      ...annotationsOf(reader, document),
      ...segmentationsOf(reader, document),
    ],
    quote: (document, span) => texts.quote(reader, document, span),
  };
}
