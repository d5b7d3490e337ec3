/** The declaration as a document. */
import { type Parameter, UNIT_TEXT } from './parameters.ts';
import { RADIATION_FIELDS } from './radiationFields.ts';
import { SCENARIO_VERSION } from './scenario.ts';
import { SECTIONS } from './sections.ts';

function row(key: string, parameter: Parameter): string {
  if (parameter.kind === 'choice') {
    const options = Object.entries(parameter.options).map(([value, words]) => `\`${value}\`: ${words}`);
    return `| \`${key}\` | | ${parameter.label} | \`${parameter.default}\` | ${options.join('; ')} | ${parameter.help} |`;
  }
  const unit = UNIT_TEXT[parameter.unit];
  const empty = parameter.kind === 'nullable-number' ? `; null: ${parameter.whenNull}` : '';
  const published = parameter.published.map(({ value, paper }) => `${value}: ${paper}`).join('; ');
  const help = published ? `${parameter.help} Published: ${published}.` : parameter.help;
  const range = `${parameter.range[0]} … ${parameter.range[1]}${unit ? ` ${unit}` : ''}${empty}`;
  return `| \`${key}\` | ${parameter.symbol} | ${parameter.label} | ${parameter.default} | ${range} | ${help} |`;
}

/** Every parameter in Markdown: key, symbol, meaning, default, physical range, what it does and published values. */
export function parameterTable(): string {
  const tables = SECTIONS.map(
    ([title, path, block]) =>
      `## ${title} (\`${path}\`)\n\n| key | symbol | meaning | default | allowed | what it does |\n| --- | --- | --- | --- | --- | --- |\n${Object.entries(
        block,
      )
        .map(([key, parameter]) => row(key, parameter))
        .join('\n')}\n`,
  );
  const fields = Object.entries(RADIATION_FIELDS).map(
    ([name, { paper, components }]) =>
      `| \`${name}\` | ${components.map((part) => `${part.name} ${part.temperature_K} K ${part.energyDensity_eV_cm3}`).join(', ')} | ${paper} |`,
  );
  return [
    `# Parameters of a scenario, version ${SCENARIO_VERSION}\n`,
    'Generated from the declaration in src/model/parameters.ts; the default is the value of a new control, presets have their own.\n',
    ...tables,
    `## Radiation fields (\`losses.radiationField\`)\n\n| name | blackbodies: T, U in eV cm⁻³ | source |\n| --- | --- | --- |\n${fields.join('\n')}\n`,
  ].join('\n');
}
