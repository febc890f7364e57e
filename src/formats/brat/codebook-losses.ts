import type { Codebook } from '../../core/codebook/codebook';
import type { Lose } from '../../core/exchange/losses';
import { serializeBratConf } from '../brat-conf/serialize';

/** Tells of the types of which something has no place in brat's configuration: what it is alone is not carried whole. */
export function tellOfCodebook(codebook: Codebook, language: string, lose: Lose): void {
  for (const type of codebook.types) {
    const { warnings } = serializeBratConf(
      {
        types: [{ ...type, parent: null }],
        roles: codebook.roles.filter((role) => role.type === type.id),
        attributes: codebook.attributes.filter(({ owner }) => owner.of === 'type' && owner.type === type.id),
        terms: [],
      },
      language,
    );
    if (warnings.length > 0)
      lose({ thing: 'codebook-detail', reason: 'details', record: type.id, part: null, document: null });
  }
}
