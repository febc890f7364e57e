import { parseExchangeXml } from '../xml/exchange';
import { childrenNamed, textIn, type XmlElement } from '../xml/tree';
import type { Result } from '../../core/result';
import { ok } from '../../core/result';
import type { TypeDescription, TypeFeature, TypeSystem } from './structures';

const textOf = (element: XmlElement, name: string): string => {
  const [child] = childrenNamed(element, name);
  return child ? textIn(child).trim() : '';
};

/** Reads a type system description (UIMA References, 2.3). */
export function readTypeSystem(text: string, file: string): Result<TypeSystem> {
  const root = parseExchangeXml(text, file);
  if (!root.ok) return root;
  const types = new Map<string, TypeDescription>();
  for (const list of childrenNamed(root.value, 'types'))
    for (const type of childrenNamed(list, 'typeDescription')) {
      const features = new Map<string, TypeFeature>();
      for (const all of childrenNamed(type, 'features'))
        for (const feature of childrenNamed(all, 'featureDescription'))
          features.set(textOf(feature, 'name'), {
            range: textOf(feature, 'rangeTypeName'),
            element: textOf(feature, 'elementType') || null,
          });
      types.set(textOf(type, 'name'), { parent: textOf(type, 'supertypeName'), features });
    }
  return ok(types);
}
