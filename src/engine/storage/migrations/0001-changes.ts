/** The journal, and who has the project open. */
export const changesScript = /* sql */ `
-- "of" is the change that an undo took back or a redo did again. A change that was done is in force ('done'),
-- taken back ('undone', can be redone), taken back for good ('dropped'), or beyond undo ('lasting').
CREATE TABLE change (
  number INTEGER NOT NULL PRIMARY KEY CHECK (number > 0),
  name TEXT NOT NULL,
  cause TEXT NOT NULL CHECK (cause IN ('do', 'undo', 'redo')),
  "of" INTEGER REFERENCES change,
  coder TEXT NOT NULL REFERENCES coder DEFERRABLE INITIALLY DEFERRED,
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  state TEXT CHECK (state IN ('done', 'undone', 'dropped', 'lasting')),
  CHECK ((cause = 'do') = ("of" IS NULL)),
  CHECK ((cause = 'do') = (state IS NOT NULL))
) STRICT;
CREATE INDEX change_of ON change ("of") WHERE "of" IS NOT NULL;
CREATE INDEX change_by_coder ON change (coder, state, number);

-- One row for each record that a change added (only after), updated (both) or removed (only before).
CREATE TABLE change_record (
  change INTEGER NOT NULL REFERENCES change,
  position INTEGER NOT NULL CHECK (position >= 0),
  record TEXT NOT NULL,
  id TEXT NOT NULL,
  before TEXT CHECK (json_type(before) = 'object'),
  after TEXT CHECK (json_type(after) = 'object'),
  PRIMARY KEY (change, position),
  CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT;
CREATE INDEX change_record_history ON change_record (id, change);

-- Who has the project open: one row, or none after a clean close.
CREATE TABLE session (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  pid INTEGER NOT NULL,
  host TEXT NOT NULL,
  coder TEXT NOT NULL,
  since TEXT NOT NULL
) STRICT;
`;
