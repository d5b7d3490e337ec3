/** The parameters of pulsars, listed or of a catalogue, in Italian. */
import type {
  ams02FitFunctionBlock,
  populationSelectionBlock,
  pulsarBlock,
  pulsarOverrideBlock,
} from '../../../../model/parameters.ts';
import type { BlockWords } from '../../parameterWords.ts';

export const pulsar: BlockWords<typeof pulsarBlock> = {
  efficiency: {
    label: 'efficienza',
    help: 'Frazione dell’energia di rotazione persa che esce in elettroni e positroni insieme. L’intera curva sale con essa; sopra 1 la pulsar darebbe più energia di quanta ne ha persa.',
  },
  spectralIndex: {
    label: 'indice spettrale',
    help: 'γ dello spettro iniettato E^−γ (sotto il cambio di pendenza, se c’è). Un indice più grande sposta positroni dalle alte alle basse energie.',
  },
  cutoffEnergy_GeV: {
    label: 'energia di taglio',
    help: 'Lo spettro iniettato scende come exp(−E/E_c). Un taglio più basso toglie le energie più alte e, attraverso il raffreddamento, la gobba all’energia il cui tempo di raffreddamento è l’età.',
    whenNull: 'nessun taglio esponenziale',
  },
  distance_pc: {
    label: 'distanza',
    help: 'Distanza dalla Terra oggi. Le pulsar più lontane perdono prima le energie più basse, che diffondono più lentamente, e poi tutto.',
  },
  age_kyr: {
    label: 'età',
    help: 'Tempo dalla nascita, preso come età reale. La gobba sta dove il tempo di raffreddamento è uguale all’età: le pulsar più vecchie l’hanno a energia più bassa.',
  },
  spinDownLuminosity_erg_s: {
    label: 'luminosità di rallentamento oggi',
    help: 'Potenza che la rotazione perde oggi. La curva le è proporzionale.',
  },
  spinDownTimescale_kyr: {
    label: 'tempo scala del rallentamento',
    help: 'Tempo durante il quale la pulsar ha mantenuto la potenza iniziale. A potenza odierna fissata, un tempo più corto significa più energia in totale, liberata alla nascita.',
  },
  brakingIndex: {
    label: 'indice di frenamento',
    help: 'La potenza scende come (1 + t/τ₀) alla potenza −(n+1)/(n−1); 3 è un dipolo magnetico rotante. Un indice più piccolo significa una discesa più rapida, quindi più energia alla nascita.',
  },
  injection: {
    label: 'iniezione',
    help: 'Un’esplosione unica non ha positroni sopra l’energia il cui tempo di raffreddamento è l’età; l’iniezione continua vi mantiene una coda fresca.',
    options: { continuous: 'continua, segue il rallentamento', burst: 'tutta in una volta' },
  },
  releaseDelay_kyr: {
    label: 'ritardo del rilascio',
    help: 'Prima di questo tempo dalla nascita non esce nulla (il resto di supernova trattiene tutto). All’iniezione continua manca ciò che veniva prima; un’esplosione unica esce in quel momento.',
  },
  breakEnergy_GeV: {
    label: 'energia del cambio di pendenza',
    help: 'Energia alla quale lo spettro iniettato passa da γ a γ₂.',
    whenNull: 'nessun cambio di pendenza',
  },
  spectralIndex2: {
    label: 'indice sopra il cambio di pendenza',
    help: 'Indice spettrale sopra l’energia del cambio di pendenza. Un indice più grande toglie le energie più alte.',
    whenNull: 'nessun cambio di pendenza',
  },
  minEnergy_GeV: {
    label: 'energia minima del bilancio',
    help: 'L’efficienza conta l’energia da qui in su; lo spettro stesso qui non è tagliato. Alzandola, la curva sale.',
  },
  maxEnergy_GeV: {
    label: 'energia massima',
    help: 'Lo spettro iniettato finisce qui di netto.',
    whenNull: 'nessuna fine netta',
  },
  transverseVelocity_km_s: {
    label: 'velocità trasversale',
    help: 'Moto proprio nel cielo: la pulsar era più lontana quando ha emesso i positroni più vecchi, perciò le basse energie scendono.',
  },
};

export const ams02FitFunction: BlockWords<typeof ams02FitFunctionBlock> = {
  diffuseCoefficient: {
    label: 'termine diffuso a 7 GeV',
    help: 'Flusso del termine diffuso a E₁ = 7 GeV. Le basse energie salgono con esso.',
  },
  diffuseIndex: {
    label: 'indice del termine diffuso',
    help: 'γ_d di E^−γ_d (l’articolo scrive il segno nell’indice). Un indice più grande rende più ripido il termine diffuso.',
  },
  sourceCoefficient: {
    label: 'termine di sorgente a 60 GeV',
    help: 'Flusso del termine di sorgente a E₂ = 60 GeV prima del suo taglio. Le alte energie salgono con esso.',
  },
  sourceIndex: {
    label: 'indice del termine di sorgente',
    help: 'γ_s di E^−γ_s. Un indice più grande rende la gobba più bassa e più larga.',
  },
  inverseCutoff_per_TeV: {
    label: 'inverso dell’energia di taglio',
    help: 'Il termine di sorgente scende come exp(−E/E_s); 0 significa nessun taglio. Quando cresce, le energie più alte scendono.',
  },
  effectivePotential_MV: {
    label: 'potenziale efficace',
    help: 'Lo spostamento di energia nella formula, Ê = E + φ. Quando cresce, le energie più basse scendono.',
  },
};

export const populationSelection: BlockWords<typeof populationSelectionBlock> = {
  catalogue: {
    label: 'catalogo',
    help: 'Pulsar entro 10 kpc, di età da 1 kyr a 100 Myr, senza quelle al millisecondo e quelle degli ammassi globulari.',
    options: { 'atnf-2.65': 'Manchester et al., AJ 129, 1993 (2005), catalogo 2.65' },
  },
  distanceModel: {
    label: 'distanze',
    help: 'Diverse pulsar vicine cambiano di un fattore da 3 a 8 da un modello all’altro. Dove manca il tipo scelto si prende la distanza del catalogo.',
    options: {
      catalogue: 'come nel catalogo',
      ymw16: 'modello della densità di elettroni YMW16',
      ne2001: 'modello della densità di elettroni NE2001',
      independent: 'indipendenti dalla dispersione (parallasse, associazione)',
    },
  },
  ageModel: {
    label: 'età delle pulsar',
    help: 'L’età caratteristica è più lunga di quella reale per una pulsar nata con rotazione lenta.',
    options: { characteristic: 'caratteristica, P/(2Ṗ)', 'spin-down': 'dal rallentamento, 2τ_c/(n−1) − τ₀' },
  },
  kinds: {
    label: 'tipi di pulsar',
    help: 'Quali tipi di pulsar del catalogo contano.',
    options: { all: 'tutti', 'no-magnetars': 'senza magnetar', 'high-energy': 'solo viste in raggi X o gamma' },
  },
  maxDistance_kpc: {
    label: 'la più lontana',
    help: 'Le pulsar più lontane restano fuori. Sopra 100 GeV contano solo i kiloparsec più vicini.',
  },
  minAge_kyr: {
    label: 'la più giovane',
    help: 'Le pulsar più giovani restano fuori: il resto di supernova può trattenere ancora i loro positroni.',
  },
  maxAge_kyr: {
    label: 'la più vecchia',
    help: 'Le pulsar più vecchie restano fuori. Dopo circa 30 Myr i loro positroni si sono raffreddati sotto 10 GeV.',
  },
  minSpinDownLuminosity_erg_s: {
    label: 'la più debole',
    help: 'Le pulsar che oggi perdono meno energia restano fuori.',
  },
};

const { distance_pc, age_kyr, spinDownLuminosity_erg_s, efficiency, spectralIndex, cutoffEnergy_GeV } = pulsar;

export const pulsarOverride: BlockWords<typeof pulsarOverrideBlock> = {
  distance_pc: { ...distance_pc, whenNull: 'secondo il catalogo e la scelta delle distanze' },
  age_kyr: { ...age_kyr, whenNull: 'secondo il catalogo e la scelta delle età' },
  spinDownLuminosity_erg_s: { ...spinDownLuminosity_erg_s, whenNull: 'secondo il catalogo' },
  efficiency: { ...efficiency, whenNull: 'l’efficienza comune' },
  spectralIndex: { ...spectralIndex, whenNull: 'l’indice spettrale comune' },
  cutoffEnergy_GeV: { ...cutoffEnergy_GeV, whenNull: 'il taglio comune' },
};
