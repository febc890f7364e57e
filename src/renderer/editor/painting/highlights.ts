import { declarationsOf, priorityOf, type HighlightStyle } from './highlight-style';
import { css, inkOf, paperOf, selection, type Theme } from './palette';

/** The named highlights of one text: a style is named, and its rule written, when it is first used. */
export interface Highlights {
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
    `.${scope} { --paper: ${css(paperOf(current))}; --ink: ${css(inkOf(current))}; --selection: ${css(selection(current))} }`;

  function named(style: HighlightStyle): Painted {
    const key = keyOf(style);
    const known = painted.get(key);
    if (known) return known;
    const highlight = new Highlight();
    highlight.priority = priorityOf(style);
    const made = { style, name: `${scope}-${painted.size}`, highlight };
    painted.set(key, made);
    sheet.insertRule(ruleFor(made), sheet.cssRules.length);
    return made;
  }

  const writeAll = (): void =>
    sheet.replaceSync([colours(), ...[...painted.values()].map(ruleFor)].join('\n'));

  writeAll();
  editor.classList.add(scope);
  document.adoptedStyleSheets.push(sheet);

  return {
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
