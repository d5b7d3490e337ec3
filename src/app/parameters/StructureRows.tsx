import { RADIATION_FIELDS, type RadiationFieldName } from '../../model/radiationFields.ts';
import type { Scenario } from '../../model/scenario.ts';
import { Switch } from '../controls/Switch.tsx';
import { useApp } from '../state/context.ts';
import { withBackground, withRadiationField, withSourceEnabled } from '../state/edits.ts';
import { ChoiceRow } from './ChoiceRow.tsx';
import { FitRows } from './FitRows.tsx';
import type { Group, GroupKind } from './groups.ts';
import { HaloSwitch } from './HaloSwitch.tsx';
import { RadiationComponents } from './RadiationComponents.tsx';

/** What the Find box finds in each group beside the declared parameters. */
const KEYWORDS: Readonly<Record<GroupKind, string>> = {
  source: 'source on off enabled',
  halo: 'halo on off slow diffusion zone two zones one zone bubble',
  galaxy: '',
  losses: 'radiation field photons interstellar blackbody temperature energy density',
  background: 'background diffuse term secondaries none',
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

const BACKGROUND_OPTIONS: Readonly<Record<Scenario['background']['model'], string>> = {
  'ams02-diffuse-term': 'AMS-02 diffuse term',
  none: 'none',
};

interface StructureRowsProps {
  readonly group: Group;
  /** Show what only the advanced level shows. */
  readonly advanced: boolean;
  readonly words: readonly string[];
}

function SourceRows({ group, advanced }: StructureRowsProps) {
  const { store } = useApp();
  const source = store.scenario.value.sources.find(({ name }) => group.blockPath === `sources[${name}]`);
  if (!source || (!advanced && source.enabled)) return null;
  const { name, enabled } = source;
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
  const field = store.scenario.value.losses.radiationField;
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
  const { model } = store.scenario.value.background;
  const original = store.origin.value.scenario.background.model;
  if (!advanced && model === original && model !== 'none') return null;
  return (
    <ChoiceRow
      path="background.model"
      label="background"
      options={BACKGROUND_OPTIONS}
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
    case 'halo':
      return <HaloSwitch />;
    case 'losses':
      return <RadiationRows {...props} />;
    case 'background':
      return <BackgroundRows {...props} />;
    case 'fit':
      return <FitRows />;
    default:
      return null;
  }
}
