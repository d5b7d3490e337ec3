/** The parameters of the background, of dark matter, of electrons and of the fit, in Italian. */
import type {
  darkMatterBlock,
  diffuseTermBlock,
  electronsBlock,
  fitBlock,
  secondariesBlock,
  tableBlock,
} from '../../../../model/parameters.ts';
import type { BlockWords } from '../../parameterWords.ts';

export const diffuseTerm: BlockWords<typeof diffuseTermBlock> = {
  normalisation: {
    label: 'secondari',
    help: 'Moltiplica il termine diffuso di AMS-02, C_d (E/7 GeV)^−4.07 con C_d = 0.0651. Le basse energie salgono con esso.',
  },
};

export const secondaries: BlockWords<typeof secondariesBlock> = {
  normalisation: {
    label: 'secondari',
    help: 'Moltiplica i secondari calcolati: sezioni d’urto, gas e propagazione lasciano un’incertezza di qualche decina di per cento. Le basse energie salgono con esso.',
  },
  primarySpectra: {
    label: 'protoni ed elio',
    help: 'Spettri interstellari dei nuclei che producono i positroni. Un positrone ha qualche per cento dell’energia del nucleo che l’ha prodotto.',
    options: {
      'ams02-demodulated': 'AMS-02 demodulato, Voyager 1 sotto, DAMPE sopra',
      'lis-parametrisation': 'spettro dei protoni parametrizzato, elio dal suo rapporto',
    },
  },
  hydrogenDensity_per_cm3: {
    label: 'idrogeno nel disco',
    help: 'Densità numerica dell’idrogeno nel disco. I secondari sono proporzionali al gas.',
  },
  heliumDensity_per_cm3: {
    label: 'elio nel disco',
    help: 'Densità numerica dell’elio nel disco.',
  },
};

export const table: BlockWords<typeof tableBlock> = {
  normalisation: { label: 'tabella', help: 'Moltiplica il flusso della tabella.' },
};

export const darkMatter: BlockWords<typeof darkMatterBlock> = {
  process: {
    label: 'processo',
    help: 'L’annichilazione libera l’energia di due particelle, il decadimento quella di una.',
    options: { annihilation: 'annichilazione', decay: 'decadimento' },
  },
  channel: {
    label: 'canale',
    help: 'e⁺e⁻ dà uno spigolo alla massa, μ⁺μ⁻ una fine più morbida; per quark e bosoni serve una tabella.',
    options: { 'e+e-': 'e⁺e⁻', 'mu+mu-': 'μ⁺μ⁻', table: 'uno spettro che porti tu' },
  },
  mass_GeV: {
    label: 'massa',
    help: 'Massa della particella. Nessun positrone ha più energia della massa (metà per il decadimento).',
  },
  crossSection_cm3_s: {
    label: 'sezione d’urto di annichilazione',
    help: 'Sezione d’urto mediata sulla velocità. Il flusso le è proporzionale; l’eccesso di AMS-02 richiede centinaia di volte 3e-26.',
    whenNull: 'non usata dal decadimento',
  },
  lifetime_s: {
    label: 'vita media',
    help: 'Vita media della materia oscura che decade. Il flusso le è inversamente proporzionale.',
    whenNull: 'non usata dall’annichilazione',
  },
  localDensity_GeV_cm3: {
    label: 'densità locale',
    help: 'Densità della materia oscura attorno a noi, presa uniforme nella lastra (un’approssimazione locale). L’annichilazione cresce con il suo quadrato.',
  },
};

export const electrons: BlockWords<typeof electronsBlock> = {
  flux: {
    label: 'elettroni',
    help: 'Il programma modella solo i positroni. Dove servono gli elettroni prende quelli misurati, che contengono quelli delle pulsar.',
    options: {
      'ams02-electrons-2021': 'gli elettroni misurati da AMS-02',
      own: 'gli elettroni della tua tabella (ownData)',
    },
  },
};

export const fit: BlockWords<typeof fitBlock> = {
  fluxAt: {
    label: 'il modello è preso',
    help: 'Per spettri ripidi in bin larghi le due scelte differiscono fino a qualche per cento.',
    options: { 'mean-energy': 'all’energia media del bin, come pubblicata', 'bin-average': 'mediato sul bin' },
  },
  errors: {
    label: 'errori',
    help: 'In quadratura ogni bin sbaglia per conto suo e χ² risulta troppo basso; senza errori sistematici troppo alto. Gli errori correlati muovono insieme molti bin.',
    options: {
      quadrature: 'statistici e sistematici in quadratura',
      statistical: 'solo statistici',
      covariance: 'sistematici correlati in energia',
    },
  },
  correlationLength_dex: {
    label: 'lunghezza di correlazione',
    help: 'Gli errori sistematici di bin distanti così in log₁₀ E sono ancora correlati al 61 %. La collaborazione non ne pubblica alcuna.',
  },
  energyScaleError: {
    label: 'errore sulla scala di energia',
    help: 'Incertezza relativa delle energie di ogni esperimento: uno spostamento con questo errore standard è adattato insieme ai parametri. 0 prende le energie come sono.',
  },
};
