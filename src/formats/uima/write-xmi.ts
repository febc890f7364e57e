import { escapeAttribute, escapeXml } from '../xml/escape';
import type { BuiltCas } from './built-cas';
import type { TypeSystem } from './structures';

const quoted = (text: string): string => `"${escapeAttribute(text)}"`;

const namespaceOf = (type: string): string => {
  const dot = type.lastIndexOf('.');
  return dot < 0
    ? 'http:///uima/noNamespace.ecore'
    : `http:///${type.slice(0, dot).replaceAll('.', '/')}.ecore`;
};

/** A CAS as XMI 2.0. */
export function writeXmi({ sofa, text, structures }: BuiltCas): string {
  const prefixes = new Map([
    ['http:///uima/cas.ecore', 'cas'],
    ['http:///uima/tcas.ecore', 'tcas'],
  ]);
  for (const { type } of structures) {
    const namespace = namespaceOf(type);
    if (!prefixes.has(namespace)) prefixes.set(namespace, `ns${prefixes.size - 1}`);
  }
  const declared = Array.from(
    prefixes,
    ([namespace, prefix]) => ` xmlns:${prefix}=${quoted(namespace)}`,
  ).join('');
  const lines = structures.map(({ id, type, values, references, arrays }) => {
    const attributes = [`xmi:id="${id}"`];
    const inside: string[] = [];
    for (const [name, target] of references) attributes.push(`${name}="${target}"`);
    for (const [name, value] of values)
      if (typeof value === 'object')
        for (const each of value) inside.push(`<${name}>${escapeXml(each)}</${name}>`);
      else attributes.push(`${name}=${quoted(String(value))}`);
    for (const [name, ids] of arrays) attributes.push(`${name}="${ids.join(' ')}"`);
    const tag = `${prefixes.get(namespaceOf(type)) ?? ''}:${type.slice(type.lastIndexOf('.') + 1)}`;
    const opened = `    <${tag} ${attributes.join(' ')}`;
    return inside.length === 0 ? `${opened}/>` : `${opened}>${inside.join('')}</${tag}>`;
  });
  const members = structures.map(({ id }) => id).join(' ');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xmi:XMI xmlns:xmi="http://www.omg.org/XMI"${declared} xmi:version="2.0">`,
    '    <cas:NULL xmi:id="0"/>',
    ...lines,
    `    <cas:Sofa xmi:id="${sofa}" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString=${quoted(text)}/>`,
    `    <cas:View sofa="${sofa}" members="${members}"/>`,
    '</xmi:XMI>',
    '',
  ].join('\n');
}

/** A type system as a description for UIMA. */
export function writeTypeSystem(types: TypeSystem): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">',
    '  <types>',
  ];
  for (const [name, { parent, features }] of types) {
    lines.push('    <typeDescription>', `      <name>${escapeXml(name)}</name>`, '      <description/>');
    lines.push(`      <supertypeName>${escapeXml(parent)}</supertypeName>`);
    if (features.size > 0) lines.push('      <features>');
    for (const [feature, { range, element }] of features) {
      lines.push(
        '        <featureDescription>',
        `          <name>${escapeXml(feature)}</name>`,
        '          <description/>',
      );
      lines.push(`          <rangeTypeName>${escapeXml(range)}</rangeTypeName>`);
      if (element !== null) lines.push(`          <elementType>${escapeXml(element)}</elementType>`);
      lines.push('        </featureDescription>');
    }
    if (features.size > 0) lines.push('      </features>');
    lines.push('    </typeDescription>');
  }
  return [...lines, '  </types>', '</typeSystemDescription>', ''].join('\n');
}
