import { describe, expect, it } from 'vitest';
import type { Progress } from '../../contract/events';
import { ok } from '../../core/result';
import { makeJobs } from './jobs';

const silent = (): void => undefined;

describe('jobs', () => {
  it('answers what the work answers', async () => {
    expect(await makeJobs(silent).run('one', () => Promise.resolve(ok(7)))).toEqual(ok(7));
  });

  it('stops cancelled work at its next breath and says so', async () => {
    const jobs = makeJobs(silent);
    let steps = 0;
    const result = await jobs.run('endless', async (job) => {
      for (;;) {
        steps += 1;
        if (steps === 5) jobs.cancel('endless');
        await job.breathe();
      }
    });
    expect(result).toEqual({ ok: false, problem: { code: 'job-cancelled', params: {} } });
    expect(steps).toBe(5);
  });

  it('lets others run while work goes on', async () => {
    const jobs = makeJobs(silent);
    let turned = false;
    setImmediate(() => {
      turned = true;
    });
    await jobs.run('long', async (job) => {
      while (!turned) await job.breathe();
      return ok(null);
    });
    expect(turned).toBe(true);
  });

  it('always tells the first and the last step of a phase, and few of those between', async () => {
    const told: Progress[] = [];
    await makeJobs((progress) => told.push(progress)).run('count', (job) => {
      for (let done = 0; done <= 1000; done += 1) job.report('reading', done, 1000);
      job.report('writing', 0, null);
      return Promise.resolve(ok(null));
    });
    expect(told[0]).toEqual({ job: 'count', phase: 'reading', done: 0, total: 1000 });
    expect(told.at(-2)).toEqual({ job: 'count', phase: 'reading', done: 1000, total: 1000 });
    expect(told.at(-1)).toEqual({ job: 'count', phase: 'writing', done: 0, total: null });
    expect(told.length).toBeLessThan(1000);
  });

  it('refuses a second job of a name that runs, and takes the name again later', async () => {
    const jobs = makeJobs(silent);
    const first = jobs.run('same', async (job) => {
      await new Promise((resolve) => setImmediate(resolve));
      await job.breathe();
      return ok('first');
    });
    expect(await jobs.run('same', () => Promise.resolve(ok('second')))).toMatchObject({ ok: false });
    expect(await first).toEqual(ok('first'));
    expect(await jobs.run('same', () => Promise.resolve(ok('third')))).toEqual(ok('third'));
  });

  it('waits, when stopped, until every job has cleaned up', async () => {
    const jobs = makeJobs(silent);
    const cleaned: string[] = [];
    const endless = (name: string) =>
      jobs.run(name, async (job) => {
        try {
          for (;;) {
            await new Promise((resolve) => setImmediate(resolve));
            await job.breathe();
          }
        } finally {
          cleaned.push(name);
        }
      });
    const both = [endless('a'), endless('b')];
    await jobs.stop();
    expect(cleaned.sort()).toEqual(['a', 'b']);
    await Promise.all(both);
  });

  it('passes a real fault on', async () => {
    await expect(makeJobs(silent).run('broken', () => Promise.reject(new Error('broken')))).rejects.toThrow(
      'broken',
    );
  });
});
