/** Entry of the command `geminga`. */
import { main } from './main.ts';
import { processIo } from './processIo.ts';

// Not process.exit: what standard output still holds must reach a slow reader.
process.exitCode = await main(process.argv.slice(2), processIo());
