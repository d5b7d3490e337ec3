/** Everything that the page says, in Italian. */
import { compare } from './compare.ts';
import { exports } from './exports.ts';
import { fit } from './fit.ts';
import { keys } from './keys.ts';
import { learn } from './learn.ts';
import { likelihood } from './likelihood.ts';
import { ownData } from './ownData.ts';
import { page } from './page.ts';
import { parameters } from './parameters.ts';
import { posterior } from './posterior.ts';
import { sources } from './sources.ts';
import { spectrum } from './spectrum.ts';
import { state } from './state.ts';
import { topBar } from './topBar.ts';

export const italian = {
  compare,
  exports,
  fit,
  keys,
  learn,
  likelihood,
  ownData,
  page,
  parameters,
  posterior,
  sources,
  spectrum,
  state,
  topBar,
};
