/** Help, written from the declarations of commands and parameters. */
import { type Parameter, UNIT_TEXT } from '../model/parameters.ts';
import { allowedInWords } from '../model/readScenario.ts';
import { SECTIONS } from '../model/sections.ts';
import { type Command, optionsOf } from './command.ts';

/** The list of commands. */
export function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'Geminga Lab: cosmic-ray positrons from pulsars, against the AMS-02 data',
    '',
    'Usage: geminga COMMAND [ARGUMENTS]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'geminga help COMMAND explains a command, geminga help parameters lists everything a scenario holds.',
    'Exit status: 0 done, 1 computed but not valid (a fit that did not converge, a reference case that failed),',
    '2 bad input, 70 a fault of the program itself.',
    '',
  ].join('\n');
}

/** One command with its options. */
export function commandHelp(command: Command): string {
  const options = Object.entries(optionsOf(command)).map(([name, { value, optionalValue, about, repeatable }]) => {
    const head = `  --${name}${optionalValue === undefined ? '' : `[=${optionalValue}]`}${value === undefined ? '' : ` ${value}`}`;
    return `${head}${repeatable ? ' (repeatable)' : ''}\n      ${about}`;
  });
  return [
    `geminga ${command.name}: ${command.summary}`,
    '',
    `Usage: geminga ${command.name} ${command.usage}`.trimEnd(),
    '',
    ...command.details.map((line) => `  ${line}`),
    ...(command.details.length > 0 ? [''] : []),
    'Options:',
    ...options,
    '',
  ].join('\n');
}

function parameterHelp(path: string, parameter: Parameter): string {
  const unit = parameter.kind === 'choice' ? '' : UNIT_TEXT[parameter.unit];
  const value = parameter.default === null ? 'null' : `${parameter.default}${unit === '' ? '' : ` ${unit}`}`;
  const published = parameter.kind === 'choice' ? [] : parameter.published;
  return [
    `${path}${parameter.symbol === '' ? '' : ` (${parameter.symbol})`}: ${parameter.label}`,
    `    ${parameter.help}`,
    `    default ${value}; ${allowedInWords(parameter)}`,
    ...published.map((entry) => `    published ${entry.value}${unit === '' ? '' : ` ${unit}`}: ${entry.paper}`),
  ].join('\n');
}

/** Every parameter of a scenario: path, symbol, meaning, default, range, published values. */
export function parametersHelp(): string {
  return SECTIONS.map(([title, path, block]) =>
    [title, ...Object.entries(block).map(([key, parameter]) => parameterHelp(`  ${path}.${key}`, parameter))].join(
      '\n',
    ),
  )
    .join('\n\n')
    .concat('\n');
}
