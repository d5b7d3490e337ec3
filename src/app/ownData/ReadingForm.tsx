import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { MEASURED_QUANTITIES, type MeasuredQuantity } from '../../data/measuredQuantities.ts';
import type { OwnDataChoice } from '../../data/ownData/choice.ts';
import type { OwnTableNames } from '../../data/ownData/ownTable.ts';
import { ENERGY_UNITS, type EnergyUnit } from '../../data/ownData/units.ts';
import { MAX_OWN_NAME, MAX_OWN_TEXT } from '../../model/ownTable.ts';
import { formatNumber } from '../format/number.ts';
import { useApp } from '../state/context.ts';
import { datasetRemarks, quantityLabel } from '../words/modelWords.ts';
import { ColumnTable } from './ColumnTable.tsx';
import type { Candidate } from './candidate.ts';
import { FLUX_UNITS, fluxUnitKey, fluxUnitText } from './fluxUnits.ts';
import { ownDataWords } from './ownDataWords.ts';
import { ownDataSession, type Reading } from './session.ts';

interface SelectProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChoose: (value: string) => void;
  readonly children: ComponentChildren;
}

/** A choice of which nothing is taken for granted. */
function Select({ label, value, onChoose, children }: SelectProps) {
  const id = useId();
  return (
    <>
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value ?? ''}
        aria-invalid={value === null}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {value === null && <option value="">{ownDataWords().toBeChosen}</option>}
        {children}
      </select>
    </>
  );
}

interface NameProps {
  readonly label: string;
  readonly value: string;
  readonly most: number;
  readonly hint?: string;
  readonly onName: (name: string) => void;
}

function Name({ label, value, most, hint, onName }: NameProps) {
  const id = useId();
  return (
    <>
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        value={value}
        maxLength={most}
        placeholder={hint}
        spellcheck={false}
        onInput={(event) => onName(event.currentTarget.value)}
      />
    </>
  );
}

/** What the table would be: its points, what to know of it; or what is open or wrong. */
function Outlook({ candidate }: { readonly candidate: Candidate }) {
  const { store } = useApp();
  const words = ownDataWords();
  if (candidate.kind === 'open')
    return (
      <>
        <strong>{words.stillOpen}</strong>
        <ul>
          {candidate.questions.map((question) => (
            <li key={question}>{words.questions[question]}</li>
          ))}
        </ul>
      </>
    );
  if (candidate.kind === 'wrong') return <p class="own-data-problem">{candidate.text}</p>;
  const { dataset, inRange } = candidate;
  const [low, high] = store.scenario.value.fit.energyRange_GeV.map((energy) => formatNumber(energy)) as [
    string,
    string,
  ];
  const [first = 0, last = 0] = [dataset.meanEnergy_GeV[0], dataset.meanEnergy_GeV.at(-1)];
  return (
    <>
      <p>
        <strong>{words.ready(dataset.flux.length, formatNumber(first, 4), formatNumber(last, 4))}</strong>{' '}
        {dataset.quantity === 'electron-flux' ? words.electrons : words.inRange(inRange, low, high)}
      </p>
      <ul>
        {datasetRemarks(dataset).map((remark) => (
          <li key={remark}>{remark}</li>
        ))}
      </ul>
    </>
  );
}

/** What a file says about itself, to be completed and corrected. */
export function ReadingForm({ reading, candidate }: { readonly reading: Reading; readonly candidate: Candidate }) {
  const { store } = useApp();
  const words = ownDataWords();
  const session = ownDataSession(store);
  const { file, choice, names, isFitted } = reading;
  const choose = (change: Partial<OwnDataChoice>) => {
    session.panel.value = { ...reading, choice: { ...choice, ...change } };
  };
  const call = (change: OwnTableNames) => {
    session.panel.value = { ...reading, names: { ...names, ...change } };
  };
  const table = candidate.kind === 'ready' ? candidate.table : null;
  const isFraction = choice.quantity !== null && MEASURED_QUANTITIES[choice.quantity].dimensionless;
  return (
    <>
      <section class="own-data-said" aria-label={words.said}>
        <p>{words.found(file.format, file.rows, file.columns.length)}</p>
        <div class="own-data-fields">
          <Name
            label={words.label}
            value={names.label ?? table?.label ?? file.fileName}
            most={MAX_OWN_NAME}
            onName={(label) => call({ label })}
          />
          <Name
            label={words.experiment}
            value={names.experiment ?? table?.experiment ?? file.sets[choice.set ?? 0]?.experiment ?? ''}
            most={MAX_OWN_NAME}
            onName={(experiment) => call({ experiment })}
          />
          <Name
            label={words.reference}
            value={names.reference ?? table?.reference ?? ''}
            most={MAX_OWN_TEXT}
            hint={words.referenceHint}
            onName={(reference) => call({ reference })}
          />
          {file.sets.length > 1 && (
            <Select
              label={words.set}
              value={choice.set === null ? null : String(choice.set)}
              onChoose={(value) => {
                const set = Number(value);
                choose({ set, quantity: file.sets[set]?.quantity ?? choice.quantity });
              }}
            >
              {file.sets.map(({ label }, index) => (
                <option key={label} value={index}>
                  {label}
                </option>
              ))}
            </Select>
          )}
          <Select
            label={words.quantity}
            value={choice.quantity}
            onChoose={(value) => choose({ quantity: value as MeasuredQuantity })}
          >
            {(Object.keys(MEASURED_QUANTITIES) as MeasuredQuantity[]).map((quantity) => (
              <option key={quantity} value={quantity}>
                {quantityLabel(quantity)}
              </option>
            ))}
          </Select>
          <Select
            label={words.energyUnit}
            value={choice.energyUnit}
            onChoose={(value) => choose({ energyUnit: value as EnergyUnit })}
          >
            {ENERGY_UNITS.map((unit) => (
              <option key={unit}>{unit}</option>
            ))}
          </Select>
          {!isFraction && (
            <Select
              label={words.fluxUnit}
              value={choice.fluxUnit && fluxUnitKey(choice.fluxUnit)}
              onChoose={(key) => choose({ fluxUnit: FLUX_UNITS.find((unit) => fluxUnitKey(unit) === key) ?? null })}
            >
              {([0, 1, 2, 3] as const).map((power) => (
                <optgroup key={power} label={words.timesEnergy(power)}>
                  {FLUX_UNITS.filter((unit) => unit.power === power).map((unit) => (
                    <option key={fluxUnitKey(unit)} value={fluxUnitKey(unit)}>
                      {fluxUnitText(unit)}
                    </option>
                  ))}
                </optgroup>
              ))}
            </Select>
          )}
        </div>
      </section>
      <ColumnTable file={file} choice={choice} onChoice={choose} />
      <div class="own-data-outlook" role="status">
        <Outlook candidate={candidate} />
      </div>
      {choice.quantity !== 'electron-flux' && (
        <label class="own-data-fitted" title={words.fittedHelp}>
          <input
            type="checkbox"
            checked={isFitted}
            onChange={(event) => {
              session.panel.value = { ...reading, isFitted: event.currentTarget.checked };
            }}
          />
          <span>
            {words.fitted} <small>{words.fittedHelp}</small>
          </span>
        </label>
      )}
    </>
  );
}
