/** The context of the W3C's Web Annotation Data Model (www.w3.org/TR/annotation-model). */
export const annotationContext = 'http://www.w3.org/ns/anno.jsonld';

const namespace = 'urn:postil:vocabulary:';

const plain = (...names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [name, `${namespace}${name}`]));

const typed = (type: '@id' | '@json', ...names: readonly string[]): Readonly<Record<string, object>> =>
  Object.fromEntries(names.map((name) => [name, { '@id': `${namespace}${name}`, '@type': type }]));

/**
 * What Postil's terms stand for, as JSON-LD 1.1. Files have it with them, so that they can be read without the network;
 * it stands in `resources/postil-annotation.context.jsonld` too.
 */
export const postilContext = {
  '@version': 1.1,
  ...plain('Coding', 'Document', 'class', 'className', 'role', 'roleName', 'kind', 'status', 'note'),
  ...plain('text', 'documentName', 'fillers', 'documents', 'entries', 'annotations'),
  ...typed('@id', 'identity', 'fillerAnnotation', 'fillerDocument', 'fillerEntry'),
  ...typed('@json', 'codebook', 'entry', 'metadata', 'attributes', 'segmentations', 'origin'),
} as const;

const urn = (kind: string) => {
  const prefix = `urn:postil:${kind}:`;
  return {
    of: (id: string): string => prefix + encodeURIComponent(id),
    /** The id in a name; the name itself where it is of another kind. */
    in: (name: string): string => {
      if (!name.startsWith(prefix)) return name;
      try {
        return decodeURIComponent(name.slice(prefix.length));
      } catch {
        return name;
      }
    },
  };
};

export const annotationUrn = urn('annotation');
export const documentUrn = urn('document');
export const entryUrn = urn('entry');
