import type { Preset } from '../../model/presets/presetTypes.ts';
import { Disclosure } from '../controls/Disclosure.tsx';
import { Icon } from '../controls/Icon.tsx';
import { useApp } from '../state/context.ts';
import { originOfPreset } from '../state/origin.ts';

function PresetItem({
  preset,
  current,
  onChoose,
}: {
  readonly preset: Preset;
  readonly current: boolean;
  readonly onChoose: () => void;
}) {
  const { scenario, about, citations, reproduces } = preset;
  return (
    <li class={current ? 'preset-current' : ''}>
      <button type="button" class="preset-name" aria-current={current} onClick={onChoose}>
        {scenario.name}
      </button>
      <p>{about}</p>
      {reproduces !== null && <p class="preset-source">Reproduces {reproduces}.</p>}
      <p class="preset-source">
        {reproduces === null ? 'After ' : 'From '}
        {citations.map(({ text, doi }, index) => (
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
  const { presetId, scenario } = store.origin.value;
  return (
    <Disclosure
      class="preset-menu"
      panelLabel="Presets"
      buttonClass="preset-button"
      button={
        <>
          <span class="preset-kind">{presetId === null ? 'Opened' : 'Preset'}</span>
          <span class="preset-title">{scenario.name}</span>
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
                store.open(preset.scenario, originOfPreset(preset), 'preset');
                close();
              }}
            />
          ))}
        </ul>
      )}
    </Disclosure>
  );
}
