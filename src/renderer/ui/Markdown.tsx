import ReactMarkdown, { type Components } from 'react-markdown';
import './Markdown.css';

/** Headings of a guideline are below those of the window, whatever their number. */
const heading: Components['h1'] = ({ children }) => <p className="markdown__heading">{children}</p>;

/**
 * Guidelines come from anywhere. Nothing in one leads or reaches out of the window: a link shows where it would lead, a
 * picture its description. HTML stays as it was written.
 */
const components: Components = {
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  a: ({ children, href }) => (
    <span className="markdown__link" title={href}>
      {children}
    </span>
  ),
  img: ({ alt }) => <span className="markdown__picture">{alt}</span>,
};

/** A guideline, written in Markdown (CommonMark), as it is meant to be read. */
export function Markdown({ text }: { readonly text: string }) {
  return (
    <div className="markdown">
      <ReactMarkdown components={components}>{text}</ReactMarkdown>
    </div>
  );
}
