import type { CoderId } from '../../src/core/ids';
import { byRecordName } from '../../src/core/model/records';
import type { Workspace } from '../../src/renderer/stores/workspace/workspace';

/** What a window knows of a project in which nothing is yet. */
export const emptyWorkspace: Workspace = {
  project: {
    path: '/p.postil',
    name: 'p',
    readOnly: null,
    notices: [],
    coder: 'me' as CoderId,
    counts: byRecordName(() => 0),
    annotationsByKind: { entity: 0, event: 0, statement: 0, relation: 0 },
    kindsByCoder: {},
    journal: { undo: null, redo: null },
  },
  documents: new Map(),
  types: new Map(),
  roles: new Map(),
  attributes: new Map(),
  terms: new Map(),
  registry: new Map(),
  coders: new Map(),
  open: null,
};
