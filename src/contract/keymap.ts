/** Where in the window the keyboard has to be for a key to mean a command. */
export type Scope = 'anywhere' | 'text' | 'annotations' | 'inspector';

export type CommandGroup =
  'project' | 'edit' | 'documents' | 'annotations' | 'registry' | 'selection' | 'view' | 'application';

/** One command of the application as data. Its title stands in the locale `commands` under its id. */
export interface CommandEntry {
  readonly group: CommandGroup;
  /**
   * The keys that run it, the first of which is shown. `Mod` is Command on a Mac and Control elsewhere. The last
   * part names a physical key as `KeyboardEvent.code` does, or is the character that is typed (`?`).
   */
  readonly keys: readonly string[];
  /** The keys on a Mac, where they are others. There is a `Ctrl` there, beside `Mod`. */
  readonly macKeys: readonly string[] | null;
  /** `text`: in the text; `annotations`: in the text or in the list of annotations; `inspector`: beside that. */
  readonly scope: Scope;
  /** Whether the keys work in a field too, where keys otherwise type or edit. */
  readonly inFields: boolean;
}

const entry = (
  group: CommandGroup,
  keys: readonly string[] = [],
  {
    scope = 'anywhere',
    inFields = false,
    macKeys = null,
  }: Partial<Pick<CommandEntry, 'scope' | 'inFields' | 'macKeys'>> = {},
): CommandEntry => ({ group, keys, macKeys, scope, inFields });

const inFields = { inFields: true } as const;
const inText = { scope: 'text' } as const;
const onAnnotations = { scope: 'annotations' } as const;

/** Every command and its keys: the palette, the list of keys, menus and tooltips all come from here. */
export const keymap = {
  'project.new': entry('project', ['Mod+KeyN'], inFields),
  'project.open': entry('project', ['Mod+KeyO'], inFields),
  'project.close': entry('project'),
  'import.files': entry('project', ['Mod+KeyI'], inFields),
  'import.folder': entry('project'),
  'export.project': entry('project', ['Mod+KeyE'], inFields),
  'backups.show': entry('project'),
  'file.check': entry('project'),

  'edit.undo': entry('edit', ['Mod+KeyZ']),
  'edit.redo': entry('edit', ['Mod+Shift+KeyZ', 'Mod+KeyY']),
  'find.show': entry('edit', ['Mod+KeyF'], inFields),
  'find.next': entry('edit', ['F3', 'Mod+KeyG'], inFields),
  'find.previous': entry('edit', ['Shift+F3', 'Mod+Shift+KeyG'], inFields),

  'document.nextUnfinished': entry('documents', ['KeyN']),
  'document.next': entry('documents', ['Alt+ArrowDown'], inFields),
  'document.previous': entry('documents', ['Alt+ArrowUp'], inFields),
  'document.finish': entry('documents', ['Mod+Enter']),
  'document.markDraft': entry('documents'),
  'document.markDone': entry('documents'),
  'document.markDoubtful': entry('documents'),
  'document.rename': entry('documents', ['F2']),
  'document.note': entry('documents'),
  'document.remove': entry('documents'),
  'document.details': entry('documents', ['Shift+F2'], inFields),
  'document.moveUp': entry('documents', ['Alt+Shift+ArrowUp'], { macKeys: ['Ctrl+Alt+ArrowUp'] }),
  'document.moveDown': entry('documents', ['Alt+Shift+ArrowDown'], { macKeys: ['Ctrl+Alt+ArrowDown'] }),
  'document.split': entry('documents'),
  'document.join': entry('documents'),
  'vocabulary.show': entry('project'),
  'history.ofDocument': entry('documents'),
  'history.deleted': entry('edit'),

  'annotation.next': entry('annotations', ['Tab'], inText),
  'annotation.previous': entry('annotations', ['Shift+Tab'], inText),
  'annotation.atCaret': entry('annotations', ['Space'], inText),
  'annotation.open': entry('annotations', ['Enter'], onAnnotations),
  'annotation.delete': entry('annotations', ['Delete', 'Backspace'], onAnnotations),
  'annotation.leave': entry('annotations', ['Escape'], onAnnotations),
  'inspector.leave': entry('annotations', ['Escape'], { scope: 'inspector', inFields: true }),
  'annotation.note': entry('annotations', ['Mod+Alt+KeyM'], { inFields: true }),
  'fragment.add': entry('annotations', ['Equal'], inText),
  'fragment.remove': entry('annotations', ['Minus'], onAnnotations),
  'fragment.next': entry('annotations', ['Mod+BracketRight'], inText),
  'fragment.previous': entry('annotations', ['Mod+BracketLeft'], inText),
  'coding.copy': entry('annotations', ['Alt+KeyC'], onAnnotations),
  'coding.paste': entry('annotations', ['Alt+KeyV'], onAnnotations),
  'annotation.markDraft': entry('annotations'),
  'annotation.markDone': entry('annotations'),
  'annotation.markDoubtful': entry('annotations'),
  'edge.startBack': entry('annotations', ['BracketLeft'], onAnnotations),
  'edge.startForward': entry('annotations', ['Alt+BracketLeft'], onAnnotations),
  'edge.endForward': entry('annotations', ['BracketRight'], onAnnotations),
  'edge.endBack': entry('annotations', ['Alt+BracketRight'], onAnnotations),
  'edge.startBackWord': entry('annotations', ['Shift+BracketLeft'], onAnnotations),
  'edge.startForwardWord': entry('annotations', ['Alt+Shift+BracketLeft'], onAnnotations),
  'edge.endForwardWord': entry('annotations', ['Shift+BracketRight'], onAnnotations),
  'edge.endBackWord': entry('annotations', ['Alt+Shift+BracketRight'], onAnnotations),

  'mention.link': entry('registry', ['KeyL'], onAnnotations),
  'mention.makeEntry': entry('registry', ['Shift+KeyL'], onAnnotations),
  'mention.accept': entry('registry', ['KeyK'], onAnnotations),
  'mention.unlink': entry('registry', ['Shift+KeyK'], onAnnotations),
  'mention.next': entry('registry', ['KeyJ'], onAnnotations),
  'mention.previous': entry('registry', ['Shift+KeyJ'], onAnnotations),
  'mention.showEntry': entry('registry', ['Alt+Enter'], onAnnotations),

  'occurrences.show': entry('annotations', ['F4'], onAnnotations),

  'selection.expand': entry('selection', ['Mod+KeyD'], inText),
  'selection.shrink': entry('selection', ['Mod+Shift+KeyD'], inText),
  // Where the system has no key for a sentence: next to its own for words and paragraphs.
  'selection.sentenceForward': entry('selection', ['Alt+Shift+ArrowRight'], {
    ...inText,
    macKeys: ['Ctrl+Shift+ArrowRight'],
  }),
  'selection.sentenceBack': entry('selection', ['Alt+Shift+ArrowLeft'], {
    ...inText,
    macKeys: ['Ctrl+Shift+ArrowLeft'],
  }),
  'selection.paragraphForward': entry('selection', ['Mod+Shift+ArrowDown'], {
    ...inText,
    macKeys: ['Alt+Shift+ArrowDown'],
  }),
  'selection.paragraphBack': entry('selection', ['Mod+Shift+ArrowUp'], {
    ...inText,
    macKeys: ['Alt+Shift+ArrowUp'],
  }),

  'view.text': entry('view', ['Mod+Digit1'], inFields),
  'view.registry': entry('view', ['Mod+Digit2'], inFields),
  'view.segments': entry('view', ['Mod+Digit3'], inFields),
  'view.codebook': entry('view', ['Mod+Digit4'], inFields),
  'codebook.take': entry('project'),
  'codebook.export': entry('project'),
  'codebook.versions': entry('project'),
  'type.guideline': entry('annotations', ['F1'], inFields),

  'view.history': entry('view', ['Mod+Digit5'], inFields),
  'pane.next': entry('view', ['F6'], inFields),
  'pane.previous': entry('view', ['Shift+F6'], inFields),
  'types.filter': entry('view', ['Mod+Slash'], inFields),
  'documents.filter': entry('view', ['Mod+Shift+KeyF'], inFields),
  'view.documents': entry('view', ['Mod+KeyB'], inFields),
  'view.annotations': entry('view', ['Mod+Shift+KeyB'], inFields),
  'view.biggerText': entry('view', ['Mod+Equal'], inFields),
  'view.smallerText': entry('view', ['Mod+Minus'], inFields),

  'coders.show': entry('project'),
  'coders.blind': entry('view'),

  'palette.show': entry('application', ['Mod+KeyK'], inFields),
  'keys.show': entry('application', ['?']),
  'settings.show': entry('application', ['Mod+Comma'], inFields),
  'about.show': entry('application'),
  'app.quit': entry('application', ['Mod+KeyQ'], inFields),
} as const satisfies Readonly<Record<string, CommandEntry>>;

export type CommandId = keyof typeof keymap;

/** The keys of a command on this platform, the first of which is shown. */
export const keysOf = (id: CommandId, isMac: boolean): readonly string[] =>
  (isMac ? keymap[id].macKeys : null) ?? keymap[id].keys;

export const commandIds = Object.keys(keymap) as readonly CommandId[];

export const commandGroups = [
  'annotations',
  'registry',
  'selection',
  'edit',
  'documents',
  'project',
  'view',
  'application',
] as const satisfies readonly CommandGroup[];
