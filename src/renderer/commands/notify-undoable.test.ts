import { expect, it } from 'vitest';
import { emptyWorkspace } from '../../../tests/support/workspace';
import { useNotices } from '../stores/notices';
import { changeWorkspace, setWorkspace } from '../stores/workspace/workspace';
import { notifyUndoable } from './notify-undoable';

const told = (): unknown[] => useNotices.getState().shown.map(({ says }) => says);

it('offers to take a change back until another one is made, also where that is of the same sort', () => {
  const { project } = emptyWorkspace;
  setWorkspace({
    ...emptyWorkspace,
    project: { ...project, journal: { undo: 'document.split', redo: null } },
  });
  notifyUndoable('The document is two now.');
  // What others do, and what is opened, leaves it.
  changeWorkspace((current) => ({ ...current, project: { ...current.project } }));
  expect(told()).toEqual(['The document is two now.']);
  const again = { undo: 'document.split', redo: null } as const;
  changeWorkspace((current) => ({ ...current, project: { ...current.project, journal: again } }));
  expect(told()).toEqual([]);
});
