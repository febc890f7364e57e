import { describe, expect, it } from 'vitest';
import {
  addDocuments,
  adding,
  joinProject,
  newProject,
  run,
  tag,
  valueOf,
} from '../../../tests/support/engine';
import type { ChangeNumber, LinkId, RoleId } from '../../core/ids';
import type { LinkRecord } from '../../core/model/annotation';
import { bindCalls } from '../calls/bind';

/** Anna’s event at Boris’s place, which Boris calls doubtful. */
function begin() {
  const anna = newProject();
  const boris = joinProject(anna, 'Boris');
  const [document] = addDocuments(anna, { 'a.txt': 'Президент прибыл в Осло.' });
  if (!document) throw new Error('No document');
  const visit = tag(anna, document.id, 10, 16, 'event.visit');
  const place = tag(boris, document.id, 19, 23, 'entity.place');
  const link: LinkRecord = {
    ...{ record: 'link', id: 'l' as LinkId, annotation: visit.id, role: 'event.visit.place' as RoleId },
    ...{ position: 0, target: { by: 'annotation', annotation: place.id }, origin: null },
  };
  valueOf(anna.commit({ name: 'import', diff: adding(link) }));
  valueOf(run(boris, { name: 'annotation.status', annotations: [visit.id], status: 'doubtful' }));
  return { anna, boris, visit, place, asked: bindCalls(anna) };
}

const last = (project: ReturnType<typeof newProject>): ChangeNumber =>
  project.reader.query<{ number: ChangeNumber }>('SELECT max(number) AS number FROM change').first()
    ?.number ?? (0 as ChangeNumber);

describe('the history that a coder reads who codes blind', () => {
  it('tells of an annotation only what nobody else did to it, without the words of others', async () => {
    const { boris, visit, asked } = begin();
    const stepsFor = async (hidden: readonly (typeof boris.coder)[]) => {
      const history = await asked['history.ofRecord']({
        record: 'annotation',
        id: visit.id,
        hidden: [...hidden],
      });
      return valueOf(history).steps.map(({ change, touch }) => [change.name, touch.label]);
    };
    expect(await stepsFor([])).toEqual([
      ['annotation.status', 'прибыл'],
      ['import', 'Осло'],
      ['annotation.create', 'прибыл'],
    ]);
    expect(await stepsFor([boris.coder])).toEqual([
      ['import', null],
      ['annotation.create', 'прибыл'],
    ]);
  });

  it('counts what a change did to the annotations of others, and quotes none of them', async () => {
    const { anna, boris, place, asked } = begin();
    valueOf(run(anna, { name: 'annotation.note', annotation: place.id, note: 'Осло' }));
    const detail = valueOf(
      await asked['history.change']({ change: last(anna), hidden: [boris.coder], offset: 0, limit: 10 }),
    );
    expect(detail.total).toBe(1);
    expect(detail.touches).toEqual([
      { record: 'annotation', id: place.id, how: 'updated', label: null, differences: [], place: null },
    ]);
    expect(JSON.stringify(detail)).not.toContain('Осло');
  });
});
