import type { CommandId } from '../contract/keymap';

/** A line of a menu: a command, or a gap between groups of them. */
export type MenuLine = CommandId | 'gap';

/** The commands that stand in the menu, where people look for them. All others are in the command palette. */
export const menuCommands = {
  file: ['project.new', 'project.open'],
  exchange: [
    'import.files',
    'import.folder',
    'export.json',
    'gap',
    'backups.show',
    'file.check',
    'gap',
    'project.close',
  ],
  preferences: ['settings.show'],
  history: ['edit.undo', 'edit.redo'],
  find: ['find.show', 'find.next', 'find.previous'],
  view: [
    'palette.show',
    'gap',
    'view.documents',
    'view.annotations',
    'gap',
    'view.biggerText',
    'view.smallerText',
  ],
  document: [
    'document.nextUnfinished',
    'document.next',
    'document.previous',
    'gap',
    'document.finish',
    'document.markDraft',
    'document.markDone',
    'document.markDoubtful',
    'gap',
    'document.rename',
    'document.note',
    'document.remove',
  ],
  annotation: [
    'annotation.next',
    'annotation.previous',
    'annotation.atCaret',
    'gap',
    'annotation.open',
    'annotation.delete',
    'gap',
    'annotation.markDraft',
    'annotation.markDone',
    'annotation.markDoubtful',
  ],
  help: ['keys.show', 'about.show'],
} as const satisfies Readonly<Record<string, readonly MenuLine[]>>;
