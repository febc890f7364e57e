import { basename, extname } from 'node:path';
import type { Lose } from '../../../core/exchange/losses';
import type { Contents, DocumentContents } from '../../../formats/exchange/contents';
import { annotationsOf } from '../../storage/records/annotations';
import { countChanges } from '../../storage/journal/changes';
import { attributes, roles, terms, types, versions } from '../../storage/records/codebook';
import { codersAtWork } from '../../storage/records/coders';
import type { Reader } from '../../storage/file/connection';
import { documents } from '../../storage/records/documents';
import { entries } from '../../storage/records/registry';
import { segmentationsOf } from '../../storage/records/segmentations';
import { readText } from '../../storage/records/texts';
import { byPlace, filledLinks, ownLinks } from '../contents';
import type { Selected } from '../selection';

/**
 * What was chosen of a project, as exchange formats read it. Links whose filler was not chosen are told once, when
 * their document is read for the first time.
 */
export function exchangeContents(reader: Reader, path: string, selected: Selected, lose: Lose): Contents {
  const queue = documents.all(reader).filter((document) => selected.document(document));
  const told = new Set<string>();
  return {
    name: basename(path, extname(path)),
    codebook: {
      types: types.all(reader),
      roles: roles.all(reader),
      attributes: attributes.all(reader),
      terms: terms.all(reader),
    },
    coders: codersAtWork(reader),
    past: { version: versions.all(reader).length, history: countChanges(reader) },
    entries: () => entries.all(reader),
    size: queue.length,
    annotation: (id) => selected.find(id),
    *documents(): Generator<DocumentContents> {
      for (const document of queue) {
        const chosen = annotationsOf(reader, document.id)
          .filter((annotation) => selected.annotation(annotation))
          .sort(byPlace);
        const links = ownLinks(reader, document.id, chosen);
        const tell = told.has(document.id) ? () => undefined : lose;
        told.add(document.id);
        yield {
          document,
          text: readText(reader, document.id) ?? '',
          segmentations: segmentationsOf(reader, document.id),
          annotations: chosen,
          links: filledLinks(links, document, selected, tell),
        };
      }
    },
  };
}
