import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf, valueOf } from '../../../tests/support/engine';
import { escapeXml } from './escape';
import { XmlReader, type XmlEvent } from './read';
import { childrenNamed, parseXml, textIn } from './tree';

/** Everything that a document says when it comes in pieces of this size. */
function eventsOf(text: string, size: number): readonly XmlEvent[] {
  const reader = new XmlReader();
  const events: XmlEvent[] = [];
  for (let start = 0; start < text.length; start += size)
    events.push(...valueOf(reader.read(text.slice(start, start + size))));
  return [...events, ...valueOf(reader.end())];
}

describe('a character reference that names no character', () => {
  it.each(['&#x;', '&#;', '&#x110000;', '&#xD800;'])('is a fault of the document: %s', (reference) => {
    const read = parseXml(`<a>${reference}</a>`);
    expect(read.ok ? read.value : read.problem.code).toBe('xml-broken');
  });
});

describe('an XML document', () => {
  it('is read with its entities, CDATA, either quote and the order of what is in it', () => {
    const text = `\uFEFF<?xml version="1.0"?><!-- by hand -->
<b x='1 &#38; "2"' y=">">one<![CDATA[<c>]]>&#x1F600;&lt;<d/>two<?go on?></b>
`;
    expect(valueOf(parseXml(text))).toEqual({
      name: 'b',
      namespace: '',
      attributes: { x: '1 & "2"', y: '>' },
      line: 2,
      content: ['one<c>😀<', { name: 'd', namespace: '', attributes: {}, content: [], line: 2 }, 'two'],
    });
  });

  it('tells apart by namespace what is called alike, whatever its prefix', () => {
    const root = valueOf(
      parseXml('<x:a xmlns:x="urn:one" xmlns:y="urn:two" id="1" y:id="2"><b xmlns="urn:two" id="3"/></x:a>'),
    );
    expect(root).toMatchObject({ name: 'a', namespace: 'urn:one' });
    expect(root.attributes).toMatchObject({ id: '1', '{urn:two}id': '2' });
    expect(childrenNamed(root, 'b')).toMatchObject([{ namespace: 'urn:two', attributes: { id: '3' } }]);
  });

  it('says the same however it is cut into chunks', () => {
    const text = '<a k="😀&amp;">л😀\r\n<b/>]]&gt;<!-- - -->ё</a>';
    const words = (events: readonly XmlEvent[]): string =>
      events
        .map((event) => (event.event === 'text' ? event.text : `<${event.event} ${event.name}>`))
        .join('');
    const whole = words(eventsOf(text, text.length));
    expect(whole).toBe('<open a>л😀\n<open b><close b>]]>ё<close a>');
    for (let size = 1; size < text.length; size += 1) expect(words(eventsOf(text, size))).toBe(whole);
  });

  it('gives what it has as soon as it has it', () => {
    const reader = new XmlReader();
    expect(valueOf(reader.read('<a><b i="1"'))).toMatchObject([{ event: 'open', name: 'a' }]);
    expect(valueOf(reader.read('/>'))).toMatchObject([
      { event: 'open', name: 'b', attributes: { i: '1' } },
      { event: 'close', name: 'b' },
    ]);
  });

  it('holds any text that was escaped for it, but for what XML cannot hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        // eslint-disable-next-line no-control-regex -- These are the characters that XML 1.0 does not allow.
        const held = text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '');
        expect(textIn(valueOf(parseXml(`<a>${escapeXml(text)}</a>`)))).toBe(held);
      }),
    );
  });

  it.each([
    '',
    'words',
    '<a>',
    '<a></b>',
    '<a/><b/>',
    '<a b=c/>',
    '<a b="1" b="2"/>',
    '<a/>x',
    '<x:a/>',
    '<a>\u0001</a>',
    '<a>&nbsp;</a>',
    '<a>&constructor;</a>',
    '<a>&#0;</a>',
  ])('that is not well formed is refused: %j', (text) => expect(codeOf(parseXml(text))).toBe('xml-broken'));

  it('tells where it breaks, and stays broken', () => {
    const reader = new XmlReader();
    const broken = reader.read('<a>\n  <b></c>');
    expect(broken).toMatchObject({ problem: { code: 'xml-broken', params: { line: 2 } } });
    expect(reader.read('</b></a>')).toEqual(broken);
    expect(reader.end()).toEqual(broken);
  });
});

describe('a hostile XML document', () => {
  it('that would grow to billions of laughs is refused before it does', () => {
    const laughs = Array.from(
      { length: 9 },
      (_, at) => `<!ENTITY lol${at + 1} "${`&lol${at};`.repeat(10)}">`,
    ).join('');
    const bomb = `<!DOCTYPE lolz [<!ENTITY lol0 "lol">${laughs}]><lolz>&lol9;</lolz>`;
    expect(codeOf(parseXml(bomb))).toBe('xml-declaration');
  });

  it.each([
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]><a/>',
    '<!DOCTYPE a SYSTEM "a.dtd" [<!ATTLIST a b CDATA "c">]><a/>',
  ])('that declares what is to be fetched or added is refused: %s', (text) =>
    expect(codeOf(parseXml(text))).toBe('xml-declaration'),
  );

  it('that only names a document type is read without it', () => {
    const named = '<!DOCTYPE a PUBLIC "-//X//A" "http://127.0.0.1:9/a.dtd"><a>b</a>';
    expect(textIn(valueOf(parseXml(named)))).toBe('b');
    expect(codeOf(parseXml(named.replace('>b<', '>&b;<')))).toBe('xml-broken');
  });

  it('that is nested too deeply is refused as soon as it is', () => {
    const nested = (depth: number): string => '<a>'.repeat(depth) + '</a>'.repeat(depth);
    expect(parseXml(nested(256)).ok).toBe(true);
    expect(codeOf(parseXml(nested(257)))).toBe('import-too-deep');
    expect(codeOf(parseXml(nested(3), { deepest: 2 }))).toBe('import-too-deep');
    expect(codeOf(new XmlReader().read('<a>'.repeat(257)))).toBe('import-too-deep');
  });
});
