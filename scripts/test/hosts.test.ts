import { describe, expect, it } from 'vitest';
import { planHosts, requiredHosts } from './hosts.ts';

const runtime = { found: true, executable: '/opt/electron/electron' } as const;

describe('the hosts of the end-to-end tests', () => {
  it('are both where a browser, a display and a runtime are there', () => {
    expect(planHosts({ browser: '/usr/bin/chromium', display: true, runtime })).toEqual([
      { name: 'browser', runs: true },
      { name: 'electron', runs: true },
    ]);
  });

  it('leave out the browser where there is none, and say so', () => {
    const [browser] = planHosts({ browser: undefined, display: true, runtime });
    expect(browser).toMatchObject({ name: 'browser', runs: false });
  });

  it('leave out Electron with the reason why it has no runtime', () => {
    const plans = planHosts({
      browser: '/usr/bin/chromium',
      display: true,
      runtime: { found: false, why: 'it could not be downloaded' },
    });
    expect(plans[1]).toEqual({ name: 'electron', runs: false, why: 'it could not be downloaded' });
  });

  it('leave out Electron where no window can be shown; a browser needs none', () => {
    const plans = planHosts({ browser: '/usr/bin/chromium', display: false, runtime });
    expect(plans.map((plan) => plan.runs)).toEqual([true, false]);
  });
});

describe('required hosts', () => {
  it('are named in the environment, apart by commas', () => {
    expect(requiredHosts({ POSTIL_REQUIRE_HOSTS: 'browser, electron' })).toEqual(['browser', 'electron']);
  });

  it('are none where nothing is said', () => {
    expect(requiredHosts({})).toEqual([]);
  });
});
