import fc from 'fast-check';
import { expect, it } from 'vitest';
import { documentsIn, fileOf, parsedOf, warningsIn } from '../../../tests/support/exchange/files';
import { damaged, fuzz, fuzzTimeout } from '../../../tests/support/exchange/fuzz';
import { factRuEval } from './format';

const sound: Readonly<Record<string, string>> = {
  'd.txt': 'У здания мэрии Москвы Юрий Лужков',
  'd.tokens': '1 0 1 У\n2 2 6 здания\n3 9 5 мэрии\n4 15 6 Москвы\n5 22 4 Юрий\n6 27 6 Лужков\n',
  'd.spans':
    '10 org_descr 9 5 3 1  # 3 мэрии\n11 loc_name 15 6 4 1  # 4 Москвы\n12 name 22 4 5 1  # 5 Юрий\n13 surname 27 6 6 1  # 6 Лужков\n',
  'd.objects': '20 Org 10 11 # мэрии Москвы\n21 LocOrg 11 # Москвы\n22 Person 12 13 # Юрий Лужков\n',
  'd.coref': '30 20\nname мэрия Москвы\n\n31 22\nfirstname Юрий\nlastname Лужков\n',
  'd.facts': '1-0 Occupation\nWho obj31 Лужков Юрий\nWhere obj30 мэрия\nPosition span10 мэр\n\n',
};

it('layers of FactRuEval come in whole, as long as nothing befalls them', async () => {
  const parsed = await parsedOf(
    factRuEval,
    Object.entries(sound).map(([path, content]) => fileOf(path, content)),
  );
  expect(warningsIn(parsed)).toEqual([]);
  expect(documentsIn(parsed)[0]?.annotations.length).toBe(8);
});

it(
  'damaged layers of FactRuEval give a document and warnings, and nothing is thrown',
  () =>
    fuzz(
      fc.asyncProperty(
        fc.record(
          Object.fromEntries(Object.entries(sound).map(([path, content]) => [path, damaged(content)])),
        ),
        fc.constantFrom(...Object.keys(sound)),
        async (broken, only) => {
          for (const files of [broken, { ...sound, [only]: broken[only] ?? '' }]) {
            const parsed = await parsedOf(
              factRuEval,
              Object.entries(files).map(([path, content]) => fileOf(path, content)),
            );
            for (const { params } of warningsIn(parsed)) expect(params['file']).toMatch(/^d\./u);
          }
        },
      ),
    ),
  fuzzTimeout,
);
