import { declarationsOf, priorityOf, type HighlightStyle } from './highlight-style';
import { css, inkOf, paperOf, selection, type Theme } from './palette';

/** The named highlights of one text, one for each style. */
export interface Highlights {
  /** Writes the rules of styles that are going to be used: one by one, while scrolling, they would be felt. */
  readonly prepare: (styles: Iterable<HighlightStyle>) => void;
  readonly add: (style: HighlightStyle, range: AbstractRange) => void;
  readonly delete: (style: HighlightStyle, range: AbstractRange) => void;
  readonly setTheme: (theme: Theme) => void;
  readonly dispose: () => void;
}

interface Painted {
  readonly style: HighlightStyle;
  readonly name: string;
  readonly highlight: Highlight;
}

let texts = 0;

const keyOf = (style: HighlightStyle): string => Object.values(style).join(' ');

/**
 * Registers highlights in `CSS.highlights` and their rules in a constructed style sheet, which a strict content
 * security policy allows. Names are the text's own, since the registry belongs to the whole window.
 */
export function makeHighlights(editor: HTMLElement, theme: Theme): Highlights {
  texts += 1;
  const scope = `postil-text-${texts}`;
  const sheet = new CSSStyleSheet();
  const painted = new Map<string, Painted>();
  let current = theme;

  const ruleFor = ({ style, name }: Painted): string =>
    `.${scope}::highlight(${name}) { ${declarationsOf(style, current)} }`;

  const colours = (): string =>
    `.${scope} { --paper: ${css(paperOf(current))}; --ink: ${css(inkOf(current))} }
    .${scope} ::selection { background-color: ${css(selection(current))} }`;

  const writeAll = (): void =>
    sheet.replaceSync([colours(), ...[...painted.values()].map(ruleFor)].join('\n'));

  function name(key: string, style: HighlightStyle): Painted {
    const highlight = new Highlight();
    highlight.priority = priorityOf(style);
    const made = { style, name: `${scope}-${painted.size}`, highlight };
    painted.set(key, made);
    return made;
  }

  function named(style: HighlightStyle): Painted {
    const key = keyOf(style);
    const known = painted.get(key);
    if (known) return known;
    const made = name(key, style);
    sheet.insertRule(ruleFor(made), sheet.cssRules.length);
    return made;
  }

  writeAll();
  editor.classList.add(scope);
  document.adoptedStyleSheets.push(sheet);

  return {
    prepare: (styles) => {
      const before = painted.size;
      for (const style of styles) {
        const key = keyOf(style);
        if (!painted.has(key)) name(key, style);
      }
      if (painted.size > before) writeAll();
    },
    add: (style, range) => {
      const { name, highlight } = named(style);
      highlight.add(range);
      if (highlight.size === 1) CSS.highlights.set(name, highlight);
    },
    delete: (style, range) => {
      const { name, highlight } = named(style);
      highlight.delete(range);
      // An empty highlight would still be looked up for every element on the screen.
      if (highlight.size === 0) CSS.highlights.delete(name);
    },
    setTheme: (next) => {
      if (next === current) return;
      current = next;
      writeAll();
    },
    dispose: () => {
      for (const { name } of painted.values()) CSS.highlights.delete(name);
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
      editor.classList.remove(scope);
    },
  };
}
