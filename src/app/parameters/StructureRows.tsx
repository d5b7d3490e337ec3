import { computed, useComputed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { RADIATION_FIELDS, type RadiationFieldName } from '../../model/radiationFields.ts';
import { Switch } from '../controls/Switch.tsx';
import { useApp } from '../state/context.ts';
import { withRadiationField, withSourceEnabled } from '../state/edits.ts';
import { BackgroundRow } from './BackgroundRow.tsx';
import { ChoiceRow } from './ChoiceRow.tsx';
import { DarkMatterSwitch } from './DarkMatterSwitch.tsx';
import { FitRows } from './FitRows.tsx';
import type { Group, GroupKind } from './groups.ts';
import { HaloSwitch } from './HaloSwitch.tsx';
import { LazyRadiationComponents, LazySourceName } from './lazyEditors.tsx';
import { PopulationRows } from './PopulationRows.tsx';
import { parametersWords } from './parametersWords.ts';

/** Whether a search finds a choice of this group that is no declared parameter. */
export function structureMatches(kind: GroupKind, words: readonly string[]): boolean {
  const keywords = parametersWords().groups.keywords[kind];
  return words.every((word) => keywords.includes(word));
}

function fieldOptions(custom: string): Readonly<Record<RadiationFieldName, string>> {
  const named = Object.entries(RADIATION_FIELDS).map(([name, { label }]) => [name, label] as const);
  return { ...(Object.fromEntries(named) as Record<Exclude<RadiationFieldName, 'custom'>, string>), custom };
}

interface StructureRowsProps {
  readonly group: Group;
  /** Show what only the advanced level shows. */
  readonly advanced: boolean;
  readonly words: readonly string[];
}

function SourceRows({ group, advanced }: StructureRowsProps) {
  const { store } = useApp();
  const words = parametersWords().source;
  const name = group.blockPath.slice('sources['.length, -1);
  const found = useMemo(
    () => computed(() => store.scenario.value.sources.find((source) => source.name === name)?.enabled),
    [store, name],
  ).value;
  // A source that was just given another name is drawn again with it; until then its row stays, and the focus in it.
  const enabled = found ?? true;
  if (!advanced && enabled) return null;
  return (
    <div class="row row-toggle">
      <span />
      <Switch
        on={enabled}
        label={words.inSum(name)}
        onSwitch={(on) =>
          store.change((scenario) => withSourceEnabled(scenario, name, on), {
            change: on ? words.on(name) : words.off(name),
          })
        }
      >
        {enabled ? words.counts : words.leftOut}
      </Switch>
      {advanced && <LazySourceName name={name} />}
    </div>
  );
}

function RadiationRows({ advanced }: StructureRowsProps) {
  const { store } = useApp();
  const words = parametersWords().field;
  const field = useComputed(() => store.scenario.value.losses.radiationField).value;
  const original = store.origin.value.scenario.losses.radiationField;
  if (field === null || (!advanced && field === original && field !== 'custom')) return null;
  const paper = field === 'custom' ? words.ownPaper : RADIATION_FIELDS[field].paper;
  const message = store.message.value;
  const sideEffect = store.sideEffect.value;
  return (
    <>
      <ChoiceRow
        path="losses.radiationField"
        label={words.label}
        options={fieldOptions(words.custom)}
        value={field}
        original={original ?? undefined}
        help={words.help(paper)}
        message={message?.row === 'losses.radiationField' ? message.text : null}
        sideEffect={sideEffect?.row === 'losses.radiationField' ? sideEffect.text : null}
        onChoose={(name) =>
          store.change((scenario) => withRadiationField(scenario, name), {
            change: words.label,
            row: 'losses.radiationField',
          })
        }
      />
      {field === 'custom' && <LazyRadiationComponents />}
    </>
  );
}

function BackgroundRows({ advanced }: StructureRowsProps) {
  const { store } = useApp();
  const model = useComputed(() => store.scenario.value.background.model).value;
  const original = store.origin.value.scenario.background.model;
  if (!advanced && model === original && model !== 'none' && model !== 'table') return null;
  return <BackgroundRow />;
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
