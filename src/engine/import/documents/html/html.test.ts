import { describe, expect, it } from 'vitest';
import { codeOf, valueOf } from '../../../../../tests/support/engine';
import { readInThread } from '../../../../../tests/support/reading';

const sentence =
  'The council met in Minsk, and the ministers discussed the exercise, the news, and the budget. ';
const article = `<!doctype html><html><head><title>Talks | The Paper</title>
<meta property="og:title" content="Talks in Minsk"><meta name="author" content="Anna  Petrova">
<meta property="article:published_time" content="2024-05-17T10:00:00+03:00">
<meta property="og:site_name" content="The Paper"><link rel="canonical" href="https://paper.example/talks">
<style>p { color: red }</style></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<main><article><h1>Talks in&nbsp;Minsk</h1>
<p>First. ${sentence.repeat(3)}</p>
<p>Second,<br>after a break.   ${sentence.repeat(3)}</p><script>document.write('never')</script>
<ul><li>one</li><li>two</li></ul>
<p>Third. ${sentence.repeat(3)}</p></article></main>
<footer><p>All rights reserved</p></footer></body></html>`;

const long = sentence.repeat(3).trim();
const readable = [
  'Talks in\u00a0Minsk',
  `First. ${long}`,
  `Second,\nafter a break. ${long}`,
  'one\ntwo',
  `Third. ${long}`,
].join('\n\n');

describe('a page of HTML', () => {
  it('is read as its article, with its headline and without what stands around it', async () => {
    const { text, metadata, warnings } = valueOf(await readInThread('html', article));
    expect(text).toBe(readable);
    expect(metadata).toEqual({
      title: 'Talks in Minsk',
      author: 'Anna Petrova',
      date: '2024-05-17T10:00:00+03:00',
      source: 'The Paper',
      url: 'https://paper.example/talks',
    });
    expect(warnings).toEqual([]);
  });

  it('is read with all its text where that is asked for', async () => {
    const { text } = valueOf(await readInThread('html', article, { html: 'all' }));
    expect(text).toBe(['Home\nNews', readable, 'All rights reserved'].join('\n\n'));
  });

  it('takes what little there is for an article, but not what is hidden', async () => {
    const page = '<html><body><p>Short.</p><p hidden>Hidden</p></body></html>';
    const { text, warnings } = valueOf(await readInThread('html', page));
    expect(text).toBe('Short.');
    expect(warnings).toEqual([]);
  });

  it('takes what JSON-LD says before all else, and passes over what is no JSON', async () => {
    const page = `<html><head><meta name="author" content="Nobody">
      <script type="application/ld+json">{ broken</script>
      <script type="application/ld+json">{"@graph": [{"@type": "Organization", "name": "No"}, {"@type":
        ["NewsArticle"], "headline": "Тема", "author": [{"name": "А. Б."}, {"name": "В. Г."}],
        "datePublished": "2020-02-03", "url": "javascript:alert(1)"}]}</script></head><body>x</body></html>`;
    const { metadata } = valueOf(await readInThread('html', page, { html: 'all' }));
    expect(metadata).toEqual({ title: 'Тема', author: 'А. Б., В. Г.', date: '2020-02-03' });
  });

  it('keeps tables in rows, preformatted text as it is, and entities as what they stand for', async () => {
    const page = `<html><body><table><tr><th>A</th><th>B</th></tr><tr><td><p>1</p></td><td>2 &lt; 3</td></tr></table>
<pre>  if x:
    y</pre>a&#1078;&shy;b &amp; &#x1F1E7;&#x1F1FE;</body></html>`;
    const { text } = valueOf(await readInThread('html', page, { html: 'all' }));
    expect(text).toBe('A\tB\n1\t2 < 3\n\n  if x:\n    y\n\naжb & 🇧🇾');
  });

  it('runs no scripts and loads nothing', async () => {
    const page = `<html><body onload="globalThis.ran = 1"><script>throw new Error('ran')</script>
      <img src="http://localhost:1/x" onerror="globalThis.ran = 1">text<iframe srcdoc="framed"></iframe></body></html>`;
    const { text } = valueOf(await readInThread('html', page, { html: 'all' }));
    expect(text).toBe('text');
  });

  it('may be nested as deep as it likes', async () => {
    const depth = 5000;
    const page = `<html><body>${'<div>'.repeat(depth)}deep${'</div>'.repeat(depth)}</body></html>`;
    const { text, warnings } = valueOf(await readInThread('html', page));
    expect(text).toBe('deep');
    expect(warnings).toMatchObject([{ code: 'html-no-article' }]);
  });

  it('is refused where it is nested deeper than anybody means, but not for elements that need no end', async () => {
    const nested = (depth: number, ...tags: string[]) =>
      `<html><body>${tags.map((tag) => `<${tag}>`.repeat(depth)).join('')}text</body></html>`;
    expect(codeOf(await readInThread('html', nested(100_000, 'div')))).toBe('document-too-deep');
    const flat = valueOf(await readInThread('html', nested(20_000, 'br', 'path/'), { html: 'all' }));
    expect(flat.text.trim()).toBe('text');
  });
});
