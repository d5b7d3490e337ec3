/** What a file with the present choices would make of the scenario. */
import { datasetOf } from '../../data/datasets.ts';
import type { Dataset } from '../../data/datasetTypes.ts';
import type { OpenQuestion } from '../../data/ownData/choice.ts';
import { ownTableOf } from '../../data/ownData/ownTable.ts';
import { OWN_DATA_ID } from '../../model/datasetIds.ts';
import { InputError } from '../../model/inputError.ts';
import { withOwnData } from '../../model/ownDataEdits.ts';
import type { OwnTable } from '../../model/ownTable.ts';
import { parseScenario } from '../../model/readScenario.ts';
import type { Scenario } from '../../model/scenario.ts';
import { errorText } from '../words/modelWords.ts';
import type { Reading } from './session.ts';

export type Candidate =
  | { readonly kind: 'open'; readonly questions: readonly OpenQuestion[] }
  /** It cannot be read so; the sentence says why. */
  | { readonly kind: 'wrong'; readonly text: string }
  | {
      readonly kind: 'ready';
      readonly table: OwnTable;
      readonly dataset: Dataset;
      /** Points whose energies lie in the fit range. */
      readonly inRange: number;
    };

/** The table, what is still open, or what is wrong. */
export function candidateOf({ file, choice, names, isFitted }: Reading, scenario: Scenario): Candidate {
  const questions = file.open(choice);
  if (questions.length > 0) return { kind: 'open', questions };
  try {
    const table = ownTableOf(file.read(choice), file.fileName, names);
    const next = parseScenario(withOwnData(scenario, table, isFitted));
    const dataset = datasetOf(next, OWN_DATA_ID);
    const [low, high] = scenario.fit.energyRange_GeV;
    const inRange = dataset.meanEnergy_GeV.filter((energy) => energy > low && energy < high).length;
    return { kind: 'ready', table, dataset, inRange };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { kind: 'wrong', text: errorText(error).text };
  }
}
