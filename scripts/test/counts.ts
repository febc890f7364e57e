import { z } from 'zod';

/** How many tests passed and failed; a file that could not be loaded is one that failed. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

export const none: Counts = { passed: 0, failed: 0 };

export function add(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed };
}

const unitReport = z.object({
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

/** Counts what Vitest's JSON reporter wrote. */
export function countUnit(report: unknown): Counts {
  return unitReport
    .parse(report)
    .testResults.map(({ status, assertionResults }) => {
      const failed = assertionResults.filter((test) => test.status === 'failed').length;
      return {
        passed: assertionResults.filter((test) => test.status === 'passed').length,
        failed: failed === 0 && status === 'failed' ? 1 : failed,
      };
    })
    .reduce(add, none);
}

interface Suite {
  readonly specs: readonly {
    readonly tests: readonly { readonly projectName: string; readonly status: string }[];
  }[];
  readonly suites?: readonly Suite[] | undefined;
}

const suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({
    specs: z.array(z.object({ tests: z.array(z.object({ projectName: z.string(), status: z.string() })) })),
    suites: z.array(suite).optional(),
  }),
);

const endToEndReport = z.object({ suites: z.array(suite), errors: z.array(z.unknown()) });

/** Counts what Playwright's JSON reporter wrote, for each project; what failed outside any test is under ''. */
export function countEndToEnd(report: unknown): ReadonlyMap<string, Counts> {
  const { suites, errors } = endToEndReport.parse(report);
  const counts = new Map<string, Counts>();
  if (errors.length > 0) counts.set('', { passed: 0, failed: errors.length });
  for (const { projectName, status } of suites.flatMap(testsOf)) {
    const one = { passed: status === 'expected' ? 1 : 0, failed: status === 'unexpected' ? 1 : 0 };
    counts.set(projectName, add(counts.get(projectName) ?? none, one));
  }
  return counts;
}

function testsOf({ specs, suites = [] }: Suite): { projectName: string; status: string }[] {
  return [...specs.flatMap((spec) => spec.tests), ...suites.flatMap(testsOf)];
}
