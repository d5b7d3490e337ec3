import { textFile } from '../export/exportedFile.ts';
import { jsonText } from '../export/jsonText.ts';
import { scenarioJsonSchema } from '../model/schema.ts';
import { type Command, DONE } from './command.ts';
import { outputEnding, writeResult } from './output.ts';

export const schemaCommand: Command = {
  name: 'schema',
  usage: '[--out FILE]',
  summary: 'JSON Schema of a scenario file, for editors',
  details: ['An editor that knows the schema completes the keys of a scenario and marks what is wrong.'],
  options: { out: { value: 'FILE', about: 'write the schema to a file (.json)' } },
  maxPositionals: 0,
  async run(args, io) {
    const out = args.option('out');
    if (out !== undefined && out !== '-') outputEnding(out, ['json']);
    await writeResult(textFile('geminga-scenario-schema', 'json', jsonText(scenarioJsonSchema())), out, io);
    return DONE;
  },
};
