import type { ReactNode } from 'react';
import { blocksOf, type Block, type Inline } from './markdown-blocks';
import './Markdown.css';

/** A guideline as it is meant to be read. Only what `markdown-blocks.ts` knows is drawn; all else stays as it was written. */
export function Markdown({ text }: { readonly text: string }) {
  return <div className="markdown">{blocksOf(text).map((block, index) => drawn(block, index))}</div>;
}

function drawn(block: Block, key: number): ReactNode {
  switch (block.kind) {
    case 'heading':
      return (
        <p key={key} className="markdown__heading">
          {inline(block.content)}
        </p>
      );
    case 'list': {
      const List = block.isOrdered ? 'ol' : 'ul';
      return (
        <List key={key}>
          {block.items.map((item, index) => (
            <li key={index}>{inline(item)}</li>
          ))}
        </List>
      );
    }
    case 'quote':
      return <blockquote key={key}>{inline(block.content)}</blockquote>;
    case 'paragraph':
      return <p key={key}>{inline(block.content)}</p>;
  }
}

const inline = (parts: readonly Inline[]): ReactNode =>
  parts.map((part, index) => {
    switch (part.kind) {
      case 'strong':
        return <strong key={index}>{part.text}</strong>;
      case 'emphasis':
        return <em key={index}>{part.text}</em>;
      case 'code':
        return <code key={index}>{part.text}</code>;
      case 'text':
        return part.text;
    }
  });
