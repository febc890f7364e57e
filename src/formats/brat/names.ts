import type { Codebook } from '../../core/codebook/codebook';
import type { AttributeRecord, Kind } from '../../core/model/codebook';
import { namesInBrat } from '../brat-conf/names';

/** What brat calls the types, roles and attributes of a project, and what they are. */
export interface Names {
  readonly of: (id: string) => string;
  readonly kindOf: (type: string) => Kind | undefined;
  readonly attribute: (id: string) => AttributeRecord | undefined;
}

/** The names under which the types, roles and attributes of a codebook go out. */
export function namesOf(codebook: Codebook): Names {
  const names = namesInBrat(codebook);
  const kinds = new Map<string, Kind>(codebook.types.map(({ id, kind }) => [id, kind]));
  const attributes = new Map<string, AttributeRecord>(codebook.attributes.map((one) => [one.id, one]));
  return {
    of: (id) => names.get(id) ?? '',
    kindOf: (type) => kinds.get(type),
    attribute: (id) => attributes.get(id),
  };
}
