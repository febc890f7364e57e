import { addTo } from '../../../core/grouped';
import { problem, type Problem } from '../../../core/problem';
import { childrenNamed, type XmlElement } from '../../xml/tree';
import { filled, normalGuid } from '../guid';
import { fragmentLink } from '../own-names';
import type { Notes } from './notes';

/** A link between two things of a project. */
export interface ProjectLink {
  readonly guid: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly isDirected: boolean;
  readonly element: XmlElement;
}

/** Where something that links refer to stands: an annotation, or a stretch that nothing codes. */
export interface LinkEnd {
  /** The key of its document. */
  readonly document: string;
  /** The id of the annotation; null for a stretch that only fills a role. */
  readonly annotation: string | null;
}

/** The links of a project, by what they begin at. */
export class Links {
  readonly all: readonly ProjectLink[];
  /** Notes that a link, and no reference, binds to something; by its GUID. */
  readonly notes = new Map<string, string[]>();
  /** By the first stretch of an annotation, its further ones; and the other way round. */
  readonly further = new Map<string, string[]>();
  readonly first = new Map<string, string>();

  constructor(project: XmlElement, notes: Notes, isOwn: boolean) {
    const all: ProjectLink[] = [];
    for (const element of childrenNamed(project, 'Links').flatMap((links) => childrenNamed(links, 'Link'))) {
      const { attributes } = element;
      const link: ProjectLink = {
        guid: filled(normalGuid(attributes['guid'])) ?? `line ${element.line}`,
        name: filled(attributes['name']) ?? 'Link',
        from: normalGuid(attributes['originGUID']),
        to: normalGuid(attributes['targetGUID']),
        isDirected: attributes['direction'] === 'OneWay',
        element,
      };
      if (notes.has(link.from)) addTo(this.notes, link.to, notes.use(link.from));
      else if (notes.has(link.to)) addTo(this.notes, link.from, notes.use(link.to));
      else if (isOwn && link.name === fragmentLink) {
        addTo(this.further, link.from, link.to);
        this.first.set(link.to, link.from);
      } else all.push(link);
    }
    this.all = all;
  }

  /** Those whose ends are both known, by the document in which they begin; and a warning for every other. */
  byDocument(
    ends: ReadonlyMap<string, LinkEnd>,
    file: string,
  ): { readonly links: ReadonlyMap<string, readonly ProjectLink[]>; readonly warnings: readonly Problem[] } {
    const links = new Map<string, ProjectLink[]>();
    const warnings: Problem[] = [];
    for (const link of this.all) {
      const from = ends.get(link.from);
      const missing = [link.from, link.to].find((guid) => !ends.has(guid));
      if (!from || missing !== undefined)
        warnings.push(
          problem('format-reference-missing', {
            file,
            line: link.element.line,
            id: link.name,
            missing: missing ?? link.from,
          }),
        );
      else addTo(links, from.document, link);
    }
    return { links, warnings };
  }
}
