import { describe, expect, it } from 'vitest';
import { makeEpub, makeZip } from '../../../../../tests/support/document-files';
import { codeOf, valueOf } from '../../../../../tests/support/engine';
import { readInThread } from '../../../../../tests/support/reading';

describe('a book', () => {
  it('is read chapter by chapter in the order of its spine, without the table of contents', async () => {
    const book = makeEpub({
      'глава 1.xhtml':
        '<?xml version="1.0"?><!DOCTYPE html><html><head><title>x</title></head><body><h1>I</h1><p>Первая&#160;глава.</p></body></html>',
      'b.xhtml': '<html><body><p>Second,<br/>chapter</p></body></html>',
    });
    const { text, metadata } = valueOf(await readInThread('epub', book));
    expect(text).toBe('I\n\nПервая\u00a0глава.\n\nSecond,\nchapter');
    expect(metadata).toEqual({ title: 'A Book', author: 'Anna, Boris', date: '2001' });
  });

  it('is refused where a chapter is missing, or its container', async () => {
    const container = '<container><rootfiles><rootfile full-path="../../b.opf"/></rootfiles></container>';
    const lost = makeZip({ mimetype: 'application/epub+zip', 'META-INF/container.xml': container });
    expect(codeOf(await readInThread('epub', lost))).toBe('document-part-missing');
    expect(codeOf(await readInThread('epub', makeZip({ mimetype: 'application/epub+zip' })))).toBe(
      'document-part-missing',
    );
  });
});
