#!/usr/bin/env node
import { existsSync } from 'node:fs';

const program = new URL('../dist/node/geminga.js', import.meta.url);

if (existsSync(program)) {
  await import(program.href);
} else {
  process.stderr.write(
    'geminga: the built program dist/node/geminga.js is missing; run "npm run build" in the project folder.\n',
  );
  process.exitCode = 2;
}
