/**
 * What a UIMA CAS holds of what people annotate, as WebAnno TSV, XMI and CAS JSON all write it: the layers that INCEpTION
 * knows (spans, relations, chains; features and slots on them), and their annotations. All offsets are UTF-16 units.
 */
export type CasValue = string | number | boolean | readonly string[];

/** What the values of a feature are, whichever of its many numbers and lists UIMA calls them. */
export type CasRange = 'string' | 'number' | 'boolean' | 'strings';

/** A feature of a layer that takes plain values. */
export interface CasFeature {
  readonly name: string;
  readonly range: CasRange;
  /** The name of the range in UIMA, where a file says it: `uima.cas.Integer`. */
  readonly uima: string | null;
}

/** A feature whose values are links, each with a role and a target. */
export interface CasSlot {
  readonly name: string;
  /** The type of the links. */
  readonly link: string;
  /** The type of what they lead to; `uima.tcas.Annotation` for any. */
  readonly target: string;
}

/** A type of annotations. */
export interface CasLayer {
  readonly kind: 'span' | 'relation' | 'chain';
  /** The full name of the type; of a chain, that of its links. */
  readonly name: string;
  readonly features: readonly CasFeature[];
  readonly slots: readonly CasSlot[];
  /** Of relations: the type of what they tie together. */
  readonly base: string | null;
}

/** What a link or an end of a relation leads to: an annotation, or the stretch of a token that has none. */
export type CasEnd =
  | { readonly by: 'annotation'; readonly id: string }
  | { readonly by: 'stretch'; readonly begin: number; readonly end: number };

/** A link in a slot. */
export interface CasLink {
  readonly role: string | null;
  readonly target: CasEnd;
}

/** An annotation of a layer, from `begin` to before `end`. */
export interface CasAnnotation {
  readonly id: string;
  readonly layer: string;
  readonly begin: number;
  readonly end: number;
  readonly values: ReadonlyMap<string, CasValue>;
  /** By the name of the slot. */
  readonly slots: ReadonlyMap<string, readonly CasLink[]>;
  /** Of relations: from the governor to the dependent. */
  readonly ends: { readonly governor: CasEnd; readonly dependent: CasEnd } | null;
  /** Of the links of a chain: which chain, and which link of it, both from 1. */
  readonly chain: { readonly number: number; readonly at: number } | null;
  /** Where the file has it, from 1. */
  readonly line: number;
}

/** A stretch of the text, in UTF-16 units; the end is exclusive. */
export type Stretch = readonly [begin: number, end: number];

/** A text with its tokens, sentences and annotations. */
export interface CasDocument {
  readonly key: string;
  readonly name: string;
  readonly text: string;
  readonly tokens: readonly Stretch[];
  readonly sentences: readonly Stretch[];
  readonly layers: readonly CasLayer[];
  readonly annotations: readonly CasAnnotation[];
  /** What Postil has no place for and the format writes back. */
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
}

/** The name under which all three formats keep what a record was called there: each writes what another one read. */
export const origin = 'uima';

/** The features of every link of a chain: what the link itself is called, and what its arc to the next one is. */
export const elementFeature = 'referenceType';
export const linkFeature = 'referenceRelation';

export const anyAnnotation = 'uima.tcas.Annotation';

const dkpro = 'de.tudarmstadt.ukp.dkpro.core.api.';

export const tokenType = `${dkpro}segmentation.type.Token`;
export const sentenceType = `${dkpro}segmentation.type.Sentence`;
export const metaDataType = `${dkpro}metadata.type.DocumentMetaData`;

/** The features by which tokens name the annotations on them, by the types of these. */
export const tokenFeatures: ReadonlyMap<string, string> = new Map([
  [`${dkpro}lexmorph.type.pos.POS`, 'pos'],
  [`${dkpro}segmentation.type.Lemma`, 'lemma'],
  [`${dkpro}segmentation.type.Stem`, 'stem'],
  [`${dkpro}lexmorph.type.morph.MorphologicalFeatures`, 'morph'],
]);

/** The layer whose ends DKPro makes tokens, though INCEpTION draws it between their parts of speech. */
export const dependencyType = `${dkpro}syntax.type.dependency.Dependency`;

/** The chains that say which mentions of other layers are of one entity: our own, in the way of all chains. */
export const identityLayer = 'webanno.custom.PostilEntityLink';
