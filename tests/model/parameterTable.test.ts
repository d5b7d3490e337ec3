import { expect, test } from 'vitest';
import { parameterTable } from '../../src/model/parameterTable.ts';

test('PARAMETERS.md says what the declaration says (npx vitest run --project unit -u writes it)', async () => {
  await expect(parameterTable()).toMatchFileSnapshot('../../PARAMETERS.md');
});
