import {
  anyAnnotation,
  dependencyType,
  metaDataType,
  sentenceType,
  tokenFeatures,
  tokenType,
  type CasLayer,
  type CasRange,
} from '../cas/model';
import { chainType } from './built-cas';
import type { TypeDescription, TypeFeature, TypeSystem } from './structures';

const ranges: Readonly<Record<CasRange, string>> = {
  string: 'uima.cas.String',
  number: 'uima.cas.Double',
  boolean: 'uima.cas.Boolean',
  strings: 'uima.cas.StringArray',
};

const feature = (range: string, element: string | null = null): TypeFeature => ({ range, element });

const described = (
  parent: string,
  features: readonly (readonly [string, TypeFeature])[] = [],
): TypeDescription => ({ parent, features: new Map(features) });

/** The type system that some layers need, with the types of tokens, sentences and metadata of DKPro. */
export function typesFor(layers: readonly CasLayer[]): TypeSystem {
  const annotation = 'uima.tcas.Annotation';
  const names = new Set(layers.map(({ name }) => name));
  const types = new Map<string, TypeDescription>([
    [metaDataType, described('uima.tcas.DocumentAnnotation', [['documentTitle', feature(ranges.string)]])],
    [sentenceType, described(annotation)],
    [
      tokenType,
      described(
        annotation,
        [...tokenFeatures].filter(([type]) => names.has(type)).map(([type, name]) => [name, feature(type)]),
      ),
    ],
  ]);
  for (const layer of layers) {
    const end = feature(layer.name === dependencyType ? tokenType : anyAnnotation);
    types.set(
      layer.name,
      described(annotation, [
        ...layer.features.map(({ name, range, uima }) => [name, feature(uima ?? ranges[range])] as const),
        ...layer.slots.map(({ name, link }) => [name, feature('uima.cas.FSArray', link)] as const),
        ...(layer.kind === 'relation'
          ? ([
              ['Governor', end],
              ['Dependent', end],
            ] as const)
          : []),
        ...(layer.kind === 'chain' ? ([['next', feature(layer.name)]] as const) : []),
      ]),
    );
    for (const { link, target } of layer.slots)
      types.set(
        link,
        described('uima.cas.TOP', [
          ['role', feature(ranges.string)],
          ['target', feature(target)],
        ]),
      );
    if (layer.kind === 'chain')
      types.set(
        chainType(layer.name),
        described('uima.cas.AnnotationBase', [['first', feature(layer.name)]]),
      );
  }
  return types;
}
