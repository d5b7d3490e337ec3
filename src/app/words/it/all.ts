/** Everything that the page says, in Italian. */
import { approximations } from './approximations.ts';
import { compare } from './compare.ts';
import { components } from './components.ts';
import { datasets } from './datasets.ts';
import { declaration } from './declaration.ts';
import { errors } from './errors.ts';
import { exports } from './exports.ts';
import { findings } from './findings.ts';
import { fit } from './fit.ts';
import { keys } from './keys.ts';
import { learn } from './learn.ts';
import { likelihood } from './likelihood.ts';
import { ownData } from './ownData.ts';
import { page } from './page.ts';
import { parameters } from './parameters.ts';
import { plot } from './plot.ts';
import { posterior } from './posterior.ts';
import { presets } from './presets.ts';
import { published } from './published.ts';
import { sources } from './sources.ts';
import { spectrum } from './spectrum.ts';
import { state } from './state.ts';
import { topBar } from './topBar.ts';

export const italian = {
  approximations,
  compare,
  components,
  datasets,
  declaration,
  errors,
  exports,
  findings,
  fit,
  keys,
  learn,
  likelihood,
  ownData,
  page,
  parameters,
  plot,
  posterior,
  presets,
  published,
  sources,
  spectrum,
  state,
  topBar,
};
