import { keepingOwnData } from '../../model/ownDataEdits.ts';
import type { Preset } from '../../model/presets/presetTypes.ts';
import { Disclosure } from '../controls/Disclosure.tsx';
import { Icon } from '../controls/Icon.tsx';
import { useApp } from '../state/context.ts';
import { originOfPreset } from '../state/origin.ts';
import { presetAbout, presetName, presetReproduces, scenarioName } from '../words/modelWords.ts';
import { topBarWords } from './topBarWords.ts';

function PresetItem({
  preset,
  current,
  onChoose,
}: {
  readonly preset: Preset;
  readonly current: boolean;
  readonly onChoose: () => void;
}) {
  const words = topBarWords();
  const reproduces = presetReproduces(preset);
  return (
    <li class={current ? 'preset-current' : ''}>
      <button type="button" class="preset-name" aria-current={current} onClick={onChoose}>
        {presetName(preset)}
      </button>
      <p>{presetAbout(preset)}</p>
      {reproduces !== null && (
        <p class="preset-source">
          {words.reproduces} {reproduces}.
        </p>
      )}
      <p class="preset-source">
        {reproduces === null ? words.after : words.from}{' '}
        {preset.citations.map(({ text, doi }, index) => (
          <span key={doi}>
            {index > 0 && '; '}
            <a href={`https://doi.org/${doi}`} target="_blank" rel="noreferrer">
              {text}
            </a>
          </span>
        ))}
        .
      </p>
    </li>
  );
}

/** The present scenario's origin, and the published models to start from. */
export function PresetMenu() {
  const { store, presets } = useApp();
  const words = topBarWords();
  const { presetId, scenario } = store.origin.value;
  return (
    <Disclosure
      class="preset-menu"
      panelLabel={words.presets}
      buttonClass="preset-button"
      button={
        <>
          <span class="preset-kind">{presetId === null ? words.openedKind : words.preset}</span>
          <span class="preset-title">{scenarioName(scenario.name, presets)}</span>
          <Icon name="down" />
        </>
      }
    >
      {(close) => (
        <ul class="preset-list">
          {presets.map((preset) => (
            <PresetItem
              key={preset.id}
              preset={preset}
              current={preset.id === presetId}
              onChoose={() => {
                store.open(
                  keepingOwnData(preset.scenario, store.scenario.peek()),
                  originOfPreset(preset),
                  words.presetStep,
                );
                close();
              }}
            />
          ))}
        </ul>
      )}
    </Disclosure>
  );
}
