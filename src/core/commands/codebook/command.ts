import type { AnnotationId, AttributeId, LinkId, RoleId, TypeId } from '../../ids';
import type { AttributeOwner, AttributeRecord, Kind, RoleRecord, TypeRecord } from '../../model/codebook';
import type { NewAnnotation } from '../new-annotation';

/** What a coder says about a type. Its kind, parent and place are set when it is made or moved. */
export type TypeFields = Pick<TypeRecord, 'names' | 'guidelines' | 'examples' | 'hue' | 'key' | 'symmetric'>;

export type RoleFields = Pick<
  RoleRecord,
  'names' | 'key' | 'min' | 'max' | 'fillers' | 'sticky' | 'acyclic' | 'acrossDocuments'
>;

export type AttributeFields = Pick<AttributeRecord, 'names' | 'key' | 'domain' | 'required' | 'default'>;

/** Words that get a type that is made in the same change. */
export type Untyped = Omit<NewAnnotation, 'type'>;

/**
 * What a type that is made while coding is for: words that are tagged with it, annotations that get it, or words that
 * are tagged with it to fill a role or to be the further end of a relation.
 */
export type TypeUse =
  | { readonly by: 'tagging'; readonly annotation: Untyped }
  | { readonly by: 'retyping'; readonly annotations: readonly AnnotationId[] }
  | {
      readonly by: 'filling';
      readonly annotation: AnnotationId;
      readonly role: RoleId;
      readonly replaces: LinkId | null;
      readonly mention: Untyped;
    }
  | {
      readonly by: 'relating';
      readonly relation: TypeId;
      readonly from: AnnotationId;
      readonly mention: Untyped;
    };

/**
 * Changes of the codebook, each with what is to become of the annotations that no longer fit it.
 *
 * `keep` saves roles and attributes that annotations would lose: they are brought along to the type that the
 * annotations have afterwards. Without it, what has no namesake there goes. `join` makes one of a role or an attribute of
 * its own that a type has and the one of the same name that it gets from a type above it now; else it has both.
 */
export type CodebookCommand =
  | {
      readonly name: 'type.create';
      readonly kind: Kind;
      readonly parent: TypeId | null;
      readonly type: TypeFields;
      /** What has the new type from the beginning. */
      readonly use?: TypeUse;
    }
  | { readonly name: 'type.change'; readonly type: TypeId; readonly change: Partial<TypeFields> }
  | {
      readonly name: 'type.move';
      readonly type: TypeId;
      readonly parent: TypeId | null;
      /** Its place among the types below the same parent, from 0. */
      readonly position: number;
      readonly keep: boolean;
      readonly join: boolean;
    }
  | {
      readonly name: 'type.remove';
      readonly type: TypeId;
      /** The type that its annotations get; null where they are deleted with it. Types below it move up. */
      readonly to: TypeId | null;
      readonly keep: boolean;
    }
  | {
      readonly name: 'type.merge';
      readonly type: TypeId;
      readonly into: TypeId;
      readonly keep: boolean;
      readonly join: boolean;
    }
  | { readonly name: 'role.create'; readonly type: TypeId; readonly role: RoleFields }
  | {
      readonly name: 'role.change';
      readonly role: RoleId;
      readonly change: Partial<RoleFields>;
      /** The type that annotations get which fill the role and may not any longer; null where only the link goes. */
      readonly retype: TypeId | null;
    }
  | {
      readonly name: 'role.move';
      readonly role: RoleId;
      readonly type: TypeId;
      /** Its place among the roles of that type, from 0. */
      readonly position: number;
    }
  | {
      readonly name: 'role.remove';
      readonly role: RoleId;
      /** The role that takes over what fills this one, where it may; null where that is unlinked. */
      readonly to: RoleId | null;
    }
  | {
      readonly name: 'attribute.create';
      readonly owner: AttributeOwner;
      readonly attribute: AttributeFields;
    }
  | {
      readonly name: 'attribute.change';
      readonly attribute: AttributeId;
      readonly change: Partial<AttributeFields>;
      /** Choices that go, and those that take their place; null where the value is cleared. */
      readonly values: readonly { readonly from: string; readonly to: string | null }[];
      /** The language (BCP 47) whose names choices have as terms, where it becomes a vocabulary; English if not said. */
      readonly language?: string;
    }
  | {
      readonly name: 'attribute.move';
      readonly attribute: AttributeId;
      readonly owner: AttributeOwner;
      /** Its place among the attributes of that owner, from 0. */
      readonly position: number;
    }
  | { readonly name: 'attribute.remove'; readonly attribute: AttributeId }
  | {
      /** Values follow. Where the new value is a choice already, the two become one. */
      readonly name: 'choice.rename';
      readonly attribute: AttributeId;
      readonly from: string;
      readonly to: string;
    };

export type CodebookCommandOf<Name extends CodebookCommand['name']> = Extract<
  CodebookCommand,
  { readonly name: Name }
>;
