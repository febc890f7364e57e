import fc from 'fast-check';
import type { Command } from '../../src/core/commands/command';
import type { AnnotationId, DocumentId, TypeId } from '../../src/core/ids';
import type { Span } from '../../src/core/model/annotation';
import { codePoint } from '../../src/core/offsets';
import { ok, type Result } from '../../src/core/result';
import type { Project } from '../../src/engine/project';
import { run } from './engine';

/**
 * Something that a coder does. Numbers choose among whatever is there at that moment, so that every sequence of
 * steps makes sense in every project.
 */
export type Step =
  | {
      readonly do: 'create';
      readonly document: number;
      readonly type: number;
      readonly ends: readonly Ends[];
    }
  | { readonly do: 'move'; readonly annotation: number; readonly ends: Ends }
  | { readonly do: 'retype'; readonly annotations: readonly number[]; readonly type: number }
  | { readonly do: 'status' | 'delete'; readonly annotations: readonly number[] }
  | { readonly do: 'note'; readonly annotation: number; readonly note: string }
  | { readonly do: 'link'; readonly from: number; readonly to: number }
  | { readonly do: 'rename' | 'remove'; readonly document: number };

type Ends = readonly [number, number];

const number = fc.nat(99);
const numbers = fc.array(number, { minLength: 1, maxLength: 3 });
const ends = fc.tuple(number, number);

const create = fc.record({
  do: fc.constant('create' as const),
  document: number,
  type: number,
  ends: fc.array(ends, { minLength: 1, maxLength: 2 }),
});
const others: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('move' as const), annotation: number, ends }),
  fc.record({ do: fc.constant('retype' as const), annotations: numbers, type: number }),
  fc.record({ do: fc.constantFrom('status' as const, 'delete' as const), annotations: numbers }),
  fc.record({ do: fc.constant('note' as const), annotation: number, note: fc.string({ maxLength: 3 }) }),
  fc.record({ do: fc.constant('link' as const), from: number, to: number }),
  fc.record({ do: fc.constant('rename' as const), document: number }),
);
const remove = fc.record({ do: fc.constant('remove' as const), document: number });

export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: create },
  { weight: 9, arbitrary: others },
  { weight: 1, arbitrary: remove },
);

/** Takes a step; one for which there is nothing to choose from, or nothing to change, is passed over. */
export function take(project: Project, step: Step): Result<unknown> {
  if (step.do === 'link') return link(project, step);
  const command = commandFor(project, step);
  return command ? run(project, command) : ok(null);
}

function commandFor(project: Project, step: Exclude<Step, { do: 'link' }>): Command | undefined {
  switch (step.do) {
    case 'create': {
      const document = choose(idsIn<DocumentId>(project, 'document'), step.document);
      const type = choose(idsIn<TypeId>(project, 'type'), step.type);
      if (!document || !type) return undefined;
      const fragments = step.ends.map((wanted) => spanIn(project, document, wanted));
      return { name: 'annotation.create', annotations: [{ document, type, fragments }] };
    }
    case 'move': {
      const [id] = annotationsAt(project, [step.annotation]);
      const annotation = id && project.view.find('annotation', id);
      const fragments = annotation ? [spanIn(project, annotation.document, step.ends)] : [];
      return annotation && { name: 'annotation.move', annotation: annotation.id, fragments };
    }
    case 'retype': {
      const type = choose(idsIn<TypeId>(project, 'type'), step.type);
      return (
        type && { name: 'annotation.retype', annotations: annotationsAt(project, step.annotations), type }
      );
    }
    case 'status':
      return {
        name: 'annotation.status',
        annotations: annotationsAt(project, step.annotations),
        status: 'done',
      };
    case 'delete':
      return { name: 'annotation.delete', annotations: annotationsAt(project, step.annotations) };
    case 'note': {
      const [annotation] = annotationsAt(project, [step.annotation]);
      return annotation && { name: 'annotation.note', annotation, note: step.note };
    }
    case 'rename': {
      const document = choose(idsIn<DocumentId>(project, 'document'), step.document);
      return document && { name: 'document.rename', document, to: `${step.document}.txt` };
    }
    case 'remove': {
      const document = choose(idsIn<DocumentId>(project, 'document'), step.document);
      return document && { name: 'document.remove', documents: [document] };
    }
  }
}

/** Fills a role; what the codebook does not allow is passed over. */
function link(project: Project, step: Extract<Step, { do: 'link' }>): Result<unknown> {
  const [from, to] = annotationsAt(project, [step.from, step.to]);
  const type = from && project.view.find('annotation', from)?.type;
  const role = type && project.view.rolesOf(type).find(({ fillers }) => fillers.kinds.length > 0);
  if (!from || !to || !role) return ok(null);
  const filled = run(project, {
    name: 'link.fill',
    annotation: from,
    role: role.id,
    filler: { by: 'annotation', annotation: to },
    replaces: null,
  });
  return filled.ok ? filled : ok(null);
}

const choose = <Item>(items: readonly Item[], at: number): Item | undefined =>
  items[at % Math.max(1, items.length)];

const idsIn = <Id>(project: Project, table: string): Id[] =>
  project.reader
    .query<{ id: Id }>(`SELECT id FROM ${table} ORDER BY id`)
    .all()
    .map(({ id }) => id);

function annotationsAt(project: Project, chosen: readonly number[]): AnnotationId[] {
  const all = idsIn<AnnotationId>(project, 'annotation');
  return chosen.map((at) => choose(all, at)).filter((id) => id !== undefined);
}

function spanIn(project: Project, document: DocumentId, [a, b]: Ends): Span {
  const { length = 0 } = project.view.find('document', document) ?? {};
  const [start = 0, end = 0] = [a % (length + 1), b % (length + 1)].sort((x, y) => x - y);
  return { start: codePoint(start), end: codePoint(end) };
}
