import i18next from 'i18next';
import { afterEach, expect, it } from 'vitest';
import { problem } from '../../core/problem';
import { announce, dismiss, notify, report, useNotices } from './notices';

afterEach(async () => {
  for (const { id } of useNotices.getState().shown) dismiss(id);
  await i18next.changeLanguage('en');
});

it('leaves nothing of the language before when another one is shown, and keeps what went wrong', async () => {
  const full = problem('disk-full', { path: '/a.postil' });
  report(full);
  notify('Restored');
  announce('Tagged as Person');
  await i18next.changeLanguage('en');
  expect(useNotices.getState().shown.map(({ says }) => says)).toEqual([full, 'Restored']);
  await i18next.changeLanguage('ru');
  expect(useNotices.getState().shown.map(({ says }) => says)).toEqual([full]);
  expect(useNotices.getState().announcement.text).toBe('');
});
