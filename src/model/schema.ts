import { toJsonSchema } from '@valibot/to-json-schema';
import { scenarioSchema } from './readScenario.ts';
import { SCENARIO_VERSION } from './scenario.ts';

/** The JSON Schema of a scenario, so that editors complete and check it. */
export function scenarioJsonSchema(): Record<string, unknown> {
  return {
    title: `Geminga Lab scenario, version ${SCENARIO_VERSION}`,
    ...toJsonSchema(scenarioSchema, { errorMode: 'ignore' }),
  };
}
