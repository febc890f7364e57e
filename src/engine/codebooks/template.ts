import type { RoleId, TypeId } from '../../core/ids';
import type {
  FillerRule,
  Kind,
  Localised,
  PhysicalKey,
  RoleRecord,
  TypeRecord,
} from '../../core/model/codebook';

/** A codebook as it stands in `resources/codebooks`: types in order, with the roles that they share by name. */
export interface CodebookTemplate {
  readonly names: Localised;
  readonly roles: Readonly<
    Record<
      string,
      { readonly names: Localised; readonly max: number | null; readonly fillers: TemplateFillers }
    >
  >;
  readonly types: readonly {
    readonly id: string;
    readonly kind: string;
    readonly names: Localised;
    readonly guidelines: Localised;
    readonly key: PhysicalKey;
    readonly hue: number;
    readonly roles: readonly string[];
  }[];
}

type TemplateFillers = Omit<FillerRule, 'kinds' | 'types'> & {
  readonly kinds: readonly string[];
  readonly types: readonly string[];
};

/**
 * The records of a template. Their ids are those of the template, such as `entity.person` and
 * `event.meeting.place`, so that projects made from the same template can be merged.
 */
export function recordsOf(template: CodebookTemplate): readonly (TypeRecord | RoleRecord)[] {
  return template.types.flatMap((type, position) => [
    {
      record: 'type',
      id: type.id as TypeId,
      kind: type.kind as Kind,
      parent: null,
      position,
      names: type.names,
      guidelines: type.guidelines,
      examples: [],
      hue: type.hue,
      key: type.key,
      symmetric: false,
      origin: null,
    } satisfies TypeRecord,
    ...type.roles.map((name, rolePosition) => roleOf(template, type.id, name, rolePosition)),
  ]);
}

function roleOf(template: CodebookTemplate, type: string, name: string, position: number): RoleRecord {
  const role = template.roles[name];
  if (!role) throw new Error(`The codebook names no role ${name}`);
  return {
    record: 'role',
    id: `${type}.${name}` as RoleId,
    type: type as TypeId,
    position,
    names: role.names,
    key: null,
    min: 0,
    max: role.max,
    fillers: role.fillers as FillerRule,
    acrossDocuments: false,
    acyclic: false,
    sticky: false,
    origin: null,
  };
}
