/** How a host goes on when its engine keeps dying. */
export interface RestartPolicy {
  /** Milliseconds to wait before the first, second, … restart; after the last of them the host gives up. */
  readonly delays: readonly number[];
  /** A death so many milliseconds ago no longer counts. */
  readonly forgottenAfter: number;
}

/**
 * At once after a first death, ever later after three more, and then no more. A death a minute ago is forgotten.
 */
export const patientPolicy: RestartPolicy = { delays: [0, 200, 1000, 4000], forgottenAfter: 60_000 };

/**
 * Counts deaths. The function it makes is told the moment of each (in milliseconds of any steady clock) and answers
 * how long to wait before the next start, or null to give up.
 */
export function countDeaths(policy: RestartPolicy): (now: number) => number | null {
  let recent: readonly number[] = [];
  return (now) => {
    recent = [...recent.filter((death) => now - death < policy.forgottenAfter), now];
    return policy.delays[recent.length - 1] ?? null;
  };
}
