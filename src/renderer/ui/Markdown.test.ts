import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Markdown } from './Markdown';

/** The HTML of a guideline, without the frame around it and the line breaks between its blocks. */
const drawn = (text: string): string =>
  /^<div class="markdown">(.*)<\/div>$/su
    .exec(renderToStaticMarkup(createElement(Markdown, { text })))?.[1]
    ?.replaceAll('\n', '') ?? '';

describe('Markdown', () => {
  it('has paragraphs, headings, quotes and lists, also within each other', () => {
    expect(drawn('# Title\nTwo\n\n- one\n  1. first\n\n> said')).toBe(
      '<p class="markdown__heading">Title</p><p>Two</p>' +
        '<ul><li>one<ol><li>first</li></ol></li></ul><blockquote><p>said</p></blockquote>',
    );
  });

  it('has strong and emphasised words and code, and leaves lone signs alone', () => {
    expect(drawn('a **b** *c* `d*` 2 * 3 snake_case_name')).toBe(
      '<p>a <strong>b</strong> <em>c</em> <code>d*</code> 2 * 3 snake_case_name</p>',
    );
  });

  it('shows HTML as it was written', () => {
    expect(drawn('<b onclick="x">a</b>')).toBe('<p>&lt;b onclick=&quot;x&quot;&gt;a&lt;/b&gt;</p>');
    expect(drawn('<script>alert(1)</script>')).not.toContain('<script');
  });

  it('leads nowhere: a link says where it would, and a script is not even said', () => {
    expect(drawn('[a](https://example.org/ "b")')).toBe(
      '<p><span class="markdown__link" title="https://example.org/">a</span></p>',
    );
    expect(drawn('[a](javascript:alert)')).not.toContain('javascript');
    expect(drawn('<https://example.org/>')).not.toContain('<a');
  });

  it('loads nothing: a picture is its description', () => {
    expect(drawn('![a map](https://example.org/map.png)')).toBe(
      '<p><span class="markdown__picture">a map</span></p>',
    );
  });
});
