import type { FillerRule } from '../../../core/model/codebook';
import type { AnyRecord, Records } from '../../../core/model/records';
import { inheritsFrom, mayFill, type FindType } from '../../../core/rules/codebook-rules';
import { isSame } from '../../../core/same';
import type { Batch } from '../batch';

/**
 * Whether a record can take the place of one of the same id without harm to what builds on that: the text under
 * annotations never changes, and what the codebook allowed stays allowed. One that cannot is another record, and
 * comes beside it.
 */
export function canReplace(mine: AnyRecord, theirs: AnyRecord, batch: Batch): boolean {
  switch (mine.record) {
    case 'coder':
      return true;
    case 'type':
      return (
        isOf('type', theirs) && mine.kind === theirs.kind && (mine.parent ?? theirs.parent) === theirs.parent
      );
    case 'role':
      return (
        isOf('role', theirs) &&
        mine.type === theirs.type &&
        allowsAll(theirs.fillers, mine.fillers) &&
        (theirs.max === null || (mine.max !== null && mine.max <= theirs.max))
      );
    case 'attribute':
      return isOf('attribute', theirs) && isSame(mine.owner, theirs.owner) && takesAll(theirs, mine);
    case 'term':
      return isOf('term', theirs) && mine.attribute === theirs.attribute;
    case 'version':
      return isOf('version', theirs) && mine.number === theirs.number;
    case 'entry':
      return isOf('entry', theirs) && mine.kind === theirs.kind;
    case 'document':
      return isOf('document', theirs) && mine.sha256 === theirs.sha256;
    case 'segmentation':
      return isOf('segmentation', theirs) && mine.document === theirs.document;
    case 'annotation':
      return isOf('annotation', theirs) && mine.document === theirs.document && keepsLinks(theirs, batch);
    case 'link':
      return isOf('link', theirs) && mine.annotation === theirs.annotation && mine.role === theirs.role;
  }
}

const isOf = <Name extends AnyRecord['record']>(name: Name, record: AnyRecord): record is Records[Name] =>
  record.record === name;

const includesAll = <Item>(more: readonly Item[], fewer: readonly Item[]): boolean =>
  fewer.every((item) => more.includes(item));

const allowsAll = (more: FillerRule, fewer: FillerRule): boolean =>
  includesAll(more.kinds, fewer.kinds) &&
  includesAll(more.types, fewer.types) &&
  (more.entries || !fewer.entries) &&
  (more.spans || !fewer.spans);

/** Whether an attribute takes every value that another took. */
function takesAll({ domain: more }: Records['attribute'], { domain: fewer }: Records['attribute']): boolean {
  const values = (domain: typeof more): readonly string[] =>
    'choices' in domain ? domain.choices.map(({ value }) => value) : [];
  return more.kind === fewer.kind && includesAll(values(more), values(fewer));
}

/** Whether the links that an annotation has and fills still fit with the type that it would get. */
function keepsLinks({ id, type }: Records['annotation'], batch: Batch): boolean {
  const findType: FindType = (wanted) => batch.find('type', wanted);
  return batch.project.view.linksOf(id).every((link) => {
    const role = batch.find('role', link.role);
    if (!role) return false;
    const fillsItself = link.target.by === 'annotation' && link.target.annotation === id;
    return (
      (link.annotation !== id || inheritsFrom(type, role.type, findType)) &&
      (!fillsItself || mayFill(role.fillers, 'annotation', type, findType))
    );
  });
}
