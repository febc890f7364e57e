import type { Hit } from '../../../contract/occurrences';

/** Which hits are to be tagged: all that are not tagged yet, but for forms and single hits that were refused. */
export interface Choice {
  readonly refusedForms: ReadonlySet<string>;
  /** What was decided of single hits, by their place in the list; it outweighs what holds for their form. */
  readonly single: ReadonlyMap<number, boolean>;
}

export const everyHit: Choice = { refusedForms: new Set(), single: new Map() };

/** Whether a hit is to be tagged. What is tagged already never is. */
export const isChosen = ({ refusedForms, single }: Choice, hit: Hit, index: number): boolean =>
  hit.tagged === null && (single.get(index) ?? !refusedForms.has(hit.form));

/** The same choice with one hit decided. */
export const decided = (choice: Choice, index: number, isTaken: boolean): Choice => ({
  ...choice,
  single: new Map(choice.single).set(index, isTaken),
});

/** The same choice with a whole form decided: what was said of its hits one by one holds no longer. */
export function formDecided(choice: Choice, form: string, isTaken: boolean, hits: readonly Hit[]): Choice {
  const refusedForms = new Set(choice.refusedForms);
  if (isTaken) refusedForms.delete(form);
  else refusedForms.add(form);
  return {
    refusedForms,
    single: new Map([...choice.single].filter(([index]) => hits[index]?.form !== form)),
  };
}

/** A form in which hits stand, with how many there are and how many of them are to be tagged. */
export interface FormCount {
  readonly form: string;
  readonly hits: number;
  readonly chosen: number;
  readonly tagged: number;
}

/** The forms of some hits, the most frequent first. */
export function formsOf(hits: readonly Hit[], choice: Choice): readonly FormCount[] {
  const forms = new Map<string, { form: string; hits: number; chosen: number; tagged: number }>();
  for (const [index, hit] of hits.entries()) {
    const counted = forms.get(hit.form) ?? { form: hit.form, hits: 0, chosen: 0, tagged: 0 };
    counted.hits += 1;
    if (isChosen(choice, hit, index)) counted.chosen += 1;
    if (hit.tagged !== null) counted.tagged += 1;
    forms.set(hit.form, counted);
  }
  return [...forms.values()].sort((a, b) => b.hits - a.hits || (a.form < b.form ? -1 : 1));
}
