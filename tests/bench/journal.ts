import Database from 'better-sqlite3';

const statuses = ['draft', 'done', 'doubtful'];

/**
 * Writes changes of the status into the journal of a closed project, one annotation after the other, as if a coder had
 * made each by hand, and leaves the annotations as the last of them did. Made by hand they would take hours.
 */
export function lengthenJournal(project: string, changes: number): void {
  const database = new Database(project);
  const images = database
    .prepare<[], { id: string; image: string }>(
      "SELECT id, after AS image FROM change_record WHERE record = 'annotation' ORDER BY position",
    )
    .all();
  const { number, coder } = database
    .prepare<[], { number: number; coder: string }>('SELECT max(number) AS number, coder FROM change')
    .get() ?? { number: 0, coder: '' };
  const change = database.prepare(
    "INSERT INTO change VALUES (?, 'annotation.status', 'do', NULL, ?, ?, 'done', NULL)",
  );
  const touch = database.prepare("INSERT INTO change_record VALUES (?, 0, 'annotation', ?, ?, ?)");
  const begin = Date.UTC(2026, 0, 1);
  const statusAfter = (round: number): string => statuses[round % statuses.length] ?? '';
  try {
    database.pragma('synchronous = OFF');
    database.transaction(() => {
      for (let made = 0; made < changes; made += 1) {
        const { id, image } = images[made % images.length] ?? { id: '', image: '' };
        const round = Math.floor(made / images.length);
        const withStatus = (status: string): string =>
          image.replace('"status":"draft"', `"status":"${status}"`);
        change.run(number + made + 1, coder, new Date(begin + made * 1000).toISOString());
        touch.run(number + made + 1, id, withStatus(statusAfter(round)), withStatus(statusAfter(round + 1)));
      }
      const update = database.prepare('UPDATE annotation SET status = ? WHERE id = ?');
      images.forEach(({ id }, index) => {
        const rounds = Math.ceil((changes - index) / images.length);
        update.run(statusAfter(rounds), id);
      });
    })();
  } finally {
    database.close();
  }
}
