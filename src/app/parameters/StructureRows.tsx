import { useComputed } from '@preact/signals';
import { RADIATION_FIELDS, type RadiationFieldName } from '../../model/radiationFields.ts';
import type { Background } from '../../model/scenario.ts';
import { Switch } from '../controls/Switch.tsx';
import { useApp } from '../state/context.ts';
import { withBackground, withRadiationField, withSourceEnabled } from '../state/edits.ts';
import { ChoiceRow } from './ChoiceRow.tsx';
import { DarkMatterSwitch } from './DarkMatterSwitch.tsx';
import { FitRows } from './FitRows.tsx';
import type { Group, GroupKind } from './groups.ts';
import { HaloSwitch } from './HaloSwitch.tsx';
import { PopulationRows } from './PopulationRows.tsx';
import { RadiationComponents } from './RadiationComponents.tsx';

/** What the Find box finds in each group beside the declared parameters. */
const KEYWORDS: Readonly<Record<GroupKind, string>> = {
  source: 'source on off enabled',
  population: 'pulsars of the catalogue atnf other pulsars population on off own curve',
  halo: 'halo on off slow diffusion zone two zones one zone bubble',
  galaxy: '',
  losses: 'radiation field photons interstellar blackbody temperature energy density',
  background: 'background diffuse term secondaries none table',
  'dark-matter': 'dark matter on off annihilation decay',
  sun: '',
  fit: 'fit data set dataset ams-02 energy range gev',
};

/** Whether a search finds a choice of this group that is no declared parameter. */
export function structureMatches(kind: GroupKind, words: readonly string[]): boolean {
  return words.every((word) => KEYWORDS[kind].includes(word));
}

const FIELD_OPTIONS = {
  ...(Object.fromEntries(Object.entries(RADIATION_FIELDS).map(([name, { label }]) => [name, label])) as Record<
    Exclude<RadiationFieldName, 'custom'>,
    string
  >),
  custom: 'custom blackbodies',
} satisfies Record<RadiationFieldName, string>;

const BACKGROUND_OPTIONS: Readonly<Record<Background['model'], string>> = {
  'ams02-diffuse-term': 'AMS-02 diffuse term',
  secondaries: 'secondaries, computed',
  table: 'your table',
  none: 'none',
};
const { table: _, ...BACKGROUND_CHOICES } = BACKGROUND_OPTIONS;

interface StructureRowsProps {
  readonly group: Group;
  /** Show what only the advanced level shows. */
  readonly advanced: boolean;
  readonly words: readonly string[];
}

function SourceRows({ group, advanced }: StructureRowsProps) {
  const { store } = useApp();
  const name = group.blockPath.slice('sources['.length, -1);
  const enabled = useComputed(() => store.scenario.value.sources.find((source) => source.name === name)?.enabled).value;
  if (enabled === undefined || (!advanced && enabled)) return null;
  return (
    <div class="row row-toggle">
      <span />
      <Switch
        on={enabled}
        label={`${name} in the sum`}
        onSwitch={(on) =>
          store.change((scenario) => withSourceEnabled(scenario, name, on), { change: `${name} ${on ? 'on' : 'off'}` })
        }
      >
        {enabled ? 'counts in the sum' : 'left out of the sum'}
      </Switch>
    </div>
  );
}

function RadiationRows({ advanced }: StructureRowsProps) {
  const { store } = useApp();
  const field = useComputed(() => store.scenario.value.losses.radiationField).value;
  const original = store.origin.value.scenario.losses.radiationField;
  if (field === null || (!advanced && field === original && field !== 'custom')) return null;
  const paper = field === 'custom' ? 'Diluted blackbodies of your own.' : RADIATION_FIELDS[field].paper;
  const message = store.message.value;
  const sideEffect = store.sideEffect.value;
  return (
    <>
      <ChoiceRow
        path="losses.radiationField"
        label="radiation field"
        options={FIELD_OPTIONS}
        value={field}
        original={original ?? undefined}
        help={`Photons on which positrons lose energy by inverse Compton scattering. More energy density moves the bump down. ${paper}`}
        message={message?.row === 'losses.radiationField' ? message.text : null}
        sideEffect={sideEffect?.row === 'losses.radiationField' ? sideEffect.text : null}
        onChoose={(name) =>
          store.change((scenario) => withRadiationField(scenario, name), {
            change: 'radiation field',
            row: 'losses.radiationField',
          })
        }
      />
      {field === 'custom' && <RadiationComponents />}
    </>
  );
}

function BackgroundRows({ advanced }: StructureRowsProps) {
  const { store } = useApp();
  const model = useComputed(() => store.scenario.value.background.model).value;
  const original = store.origin.value.scenario.background.model;
  if (!advanced && model === original && model !== 'none') return null;
  return (
    <ChoiceRow
      path="background.model"
      label="background"
      options={(model === 'table' ? BACKGROUND_OPTIONS : BACKGROUND_CHOICES) as typeof BACKGROUND_OPTIONS}
      value={model}
      original={original}
      help="Positrons that no pulsar made. Without them the low energies are empty."
      message={null}
      onChoose={(next) => store.change((scenario) => withBackground(scenario, next), { change: 'background' })}
    />
  );
}

/** Choices of a group that decide which parameters it has: not declared numbers, but parts of the scenario. */
export function StructureRows(props: StructureRowsProps) {
  const { kind } = props.group;
  if (props.words.length > 0 && !structureMatches(kind, props.words)) return null;
  switch (kind) {
    case 'source':
      return <SourceRows {...props} />;
    case 'population':
      return <PopulationRows />;
    case 'halo':
      return <HaloSwitch />;
    case 'losses':
      return <RadiationRows {...props} />;
    case 'background':
      return <BackgroundRows {...props} />;
    case 'dark-matter':
      return <DarkMatterSwitch />;
    case 'fit':
      return <FitRows />;
    default:
      return null;
  }
}
