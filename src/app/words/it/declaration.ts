/** Labels, helps and choices of every declared parameter, in Italian. */
import * as model from '../../../model/parameters.ts';
import { declarationWords, wordsOfBlock } from '../parameterWords.ts';
import { darkMatter, diffuseTerm, electrons, fit, secondaries, table } from './declaration/others.ts';
import { ams02FitFunction, populationSelection, pulsar, pulsarOverride } from './declaration/pulsar.ts';
import { halo, losses, propagation, radiationComponent, slab, sun } from './declaration/transport.ts';

export const declaration = declarationWords(
  [
    wordsOfBlock(model.pulsarBlock, pulsar),
    wordsOfBlock(model.ams02FitFunctionBlock, ams02FitFunction),
    wordsOfBlock(model.populationSelectionBlock, populationSelection),
    wordsOfBlock(model.pulsarOverrideBlock, pulsarOverride),
    wordsOfBlock(model.propagationBlock, propagation),
    wordsOfBlock(model.haloBlock, halo),
    wordsOfBlock(model.slabBlock, slab),
    wordsOfBlock(model.lossesBlock, losses),
    wordsOfBlock(model.radiationComponentBlock, radiationComponent),
    wordsOfBlock(model.diffuseTermBlock, diffuseTerm),
    wordsOfBlock(model.secondariesBlock, secondaries),
    wordsOfBlock(model.tableBlock, table),
    wordsOfBlock(model.darkMatterBlock, darkMatter),
    wordsOfBlock(model.electronsBlock, electrons),
    wordsOfBlock(model.sunBlock, sun),
    wordsOfBlock(model.fitBlock, fit),
  ],
  { 'energy scale': 'scala di energia' },
);
