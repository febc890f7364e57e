import type { TypeId } from '../../core/ids';
import type { TypeRecord } from '../../core/model/codebook';
import { nameIn } from '../i18n/format';
import type { Language } from '../i18n/i18n';
import type { Option } from './Choice';
import { TypeSwatch } from './TypeSwatch';

/** Types to choose from, in the order of the codebook. */
export const typeOptions = (types: Iterable<TypeRecord>, language: Language): readonly Option<TypeId>[] =>
  [...types]
    .sort((a, b) => a.position - b.position)
    .map((type) => ({
      value: type.id,
      label: nameIn(type.names, language),
      icon: <TypeSwatch type={type} />,
    }));
