import { groupedAlike, isAlikeAttribute, isAlikeRole } from '../../core/rules/alike';
import type { TypeId } from '../../core/ids';
import type { AttributeRecord, AttributeValue, RoleRecord } from '../../core/model/codebook';
import type { AttributeCondition, AttributeTest, RoleCondition } from '../../core/segments/filter';
import { passes } from '../../core/segments/metadata';
import { together, type Condition } from './condition';

/** What of a project decides whether annotations carry what is asked for. */
export interface Carrying {
  readonly attributes: readonly AttributeRecord[];
  readonly roles: readonly RoleRecord[];
  /** The types with those below them, as ids. */
  readonly withTypesBelow: (types: readonly TypeId[]) => readonly TypeId[];
  /** The values that annotations have of attributes, as JSON, each once. */
  readonly valuesOf: (attributes: readonly string[]) => readonly string[];
}

const marksFor = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

/** Conditions in groups: of each group one has to hold. */
function oneOfEach<Asked>(
  groups: readonly (readonly Asked[])[],
  conditionOf: (asked: Asked) => Condition,
): Condition[] {
  return groups.map((group) => together(group.map(conditionOf), 'OR'));
}

/** What is asked of attributes: of those that are alike, one thing has to hold. */
export function ofAttributes(asked: readonly AttributeCondition[], carrying: Carrying): Condition[] {
  const recordOf = (id: string) => carrying.attributes.find((one) => one.id === id);
  const groups = groupedAlike(asked, (a, b) => {
    const [first, second] = [recordOf(a.attribute), recordOf(b.attribute)];
    return first && second ? isAlikeAttribute(first, second) : a.attribute === b.attribute;
  });
  return oneOfEach(groups, ({ attribute, test }) => {
    const record = recordOf(attribute);
    const alike = record ? carrying.attributes.filter((one) => isAlikeAttribute(record, one)) : [];
    return ofAttribute(alike, test, carrying);
  });
}

function ofAttribute(alike: readonly AttributeRecord[], test: AttributeTest, carrying: Carrying): Condition {
  const ids = alike.map(({ id }) => id);
  const carried = `SELECT 1 FROM annotation_attribute AS v
    WHERE v.annotation = a.id AND v.attribute IN (${marksFor(ids)}) AND v.value NOT IN ('""', '[]')`;
  switch (test.by) {
    case 'presence': {
      if (test.has === 'any') return { sql: `EXISTS (${carried})`, values: ids };
      const owners = alike.flatMap(({ owner }) => (owner.of === 'type' ? [owner.type] : []));
      const types = carrying.withTypesBelow(owners);
      return {
        sql: `(a.type IN (${marksFor(types)}) AND NOT EXISTS (${carried}))`,
        values: [...types, ...ids],
      };
    }
    case 'value':
      return ofValue(carried, ids, test.value);
    case 'part':
    case 'range': {
      const fitting = carrying
        .valuesOf(ids)
        .filter((json) => textsOf(JSON.parse(json) as AttributeValue).some((text) => passes(text, test)));
      return {
        sql: `EXISTS (${carried} AND v.value IN (SELECT value FROM json_each(?)))`,
        values: [...ids, JSON.stringify(fitting)],
      };
    }
  }
}

function ofValue(carried: string, ids: readonly string[], value: AttributeValue): Condition {
  if (typeof value !== 'string')
    return { sql: `EXISTS (${carried} AND v.value = ?)`, values: [...ids, JSON.stringify(value)] };
  // One of several that were chosen, or a date that keeps its words, is found by itself too.
  return {
    sql: `EXISTS (${carried} AND (v.value = ?
      OR (json_type(v.value) = 'array' AND ? IN (SELECT value FROM json_each(v.value)))
      OR (json_type(v.value) = 'object' AND json_extract(v.value, '$.edtf') = ?)))`,
    values: [...ids, JSON.stringify(value), value, value],
  };
}

/** What a value says in words, of a date both what was written and what it means. */
function textsOf(value: AttributeValue): readonly string[] {
  if (typeof value !== 'object') return [String(value)];
  return 'edtf' in value ? [value.edtf, value.words] : value;
}

/** What is asked of roles: of those that are called alike, one thing has to hold. */
export function ofRoles(asked: readonly RoleCondition[], carrying: Carrying): Condition[] {
  const recordOf = (id: string) => carrying.roles.find((one) => one.id === id);
  const groups = groupedAlike(asked, (a, b) => {
    const [first, second] = [recordOf(a.role), recordOf(b.role)];
    return first && second ? isAlikeRole(first, second) : a.role === b.role;
  });
  return oneOfEach(groups, ({ role, filler }) => {
    const record = recordOf(role);
    const alike = record ? carrying.roles.filter((one) => isAlikeRole(record, one)) : [];
    return ofRole(alike, filler, carrying);
  });
}

function ofRole(
  alike: readonly RoleRecord[],
  filler: RoleCondition['filler'],
  carrying: Carrying,
): Condition {
  const ids = alike.map(({ id }) => id);
  const link = `SELECT 1 FROM link WHERE link.annotation = a.id AND link.role IN (${marksFor(ids)})`;
  if (filler === 'any') return { sql: `EXISTS (${link})`, values: ids };
  if (filler === 'none') {
    const types = carrying.withTypesBelow(alike.map(({ type }) => type));
    return { sql: `(a.type IN (${marksFor(types)}) AND NOT EXISTS (${link}))`, values: [...types, ...ids] };
  }
  // An entry fills a role itself, or a mention of it does.
  return {
    sql: `EXISTS (${link} AND (link.target_entry = ? OR EXISTS (
      SELECT 1 FROM annotation AS filler WHERE filler.id = link.target_annotation AND filler.entry = ?)))`,
    values: [...ids, filler.entry, filler.entry],
  };
}
