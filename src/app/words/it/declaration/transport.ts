/** The parameters of diffusion, energy losses and the Sun, in Italian. */
import type {
  haloBlock,
  lossesBlock,
  propagationBlock,
  radiationComponentBlock,
  slabBlock,
  sunBlock,
} from '../../../../model/parameters.ts';
import type { BlockWords } from '../../parameterWords.ts';

export const propagation: BlockWords<typeof propagationBlock> = {
  D0_cm2_s: {
    label: 'diffusione a 1 GeV',
    help: 'Coefficiente di diffusione: quanto in fretta si spargono i positroni. Una diffusione più lenta ci toglie le basse energie, che non arrivano; una più veloce li diluisce in più spazio.',
  },
  delta: {
    label: 'pendenza con l’energia',
    help: 'D cresce come E^δ. Una pendenza maggiore sparge di più le alte energie.',
  },
  referenceEnergy_GeV: {
    label: 'appiattimento a bassa energia',
    help: 'D = D₀ (1 + E/E₀)^δ invece della legge di potenza pura.',
    whenNull: 'legge di potenza pura, D = D₀ (E/GeV)^δ',
  },
  breakEnergy_GeV: {
    label: 'cambio di pendenza della diffusione',
    help: 'Sopra questa energia D cresce con la pendenza δ_2, con un passaggio graduale (s = 0.1).',
    whenNull: 'nessun cambio di pendenza',
  },
  deltaAboveBreak: {
    label: 'pendenza sopra il cambio',
    help: 'Pendenza di D sopra il suo cambio. Una più piccola tiene le alte energie più vicine alla pulsar.',
    whenNull: 'nessun cambio di pendenza',
  },
  solver: {
    label: 'metodo di soluzione',
    help: 'Entrambi risolvono la stessa equazione. I volumi finiti possono ciò che non ha funzione di Green: un’altra pendenza nell’alone, un bordo graduale, un alone che viene e va; sono più lenti e precisi a circa l’1 %.',
    options: { greens: 'funzione di Green esatta', 'finite-volume': 'volumi finiti in r, E, t' },
  },
  propagator: {
    label: 'propagatore',
    help: 'La gaussiana della diffusione all’inizio si sparge più veloce della luce; la forma di Jüttner no. Conta per pulsar giovani e vicine alle energie più alte.',
    options: { gaussian: 'gaussiana (diffusione)', juettner: 'Jüttner (niente più veloce della luce)' },
  },
};

export const halo: BlockWords<typeof haloBlock> = {
  D0_cm2_s: {
    label: 'diffusione nell’alone',
    help: 'Coefficiente di diffusione nell’alone a 1 GeV, con la pendenza δ dell’esterno. Una diffusione più lenta tiene i positroni vicino alla pulsar: le basse energie non fanno in tempo a uscire.',
  },
  radius_pc: {
    label: 'raggio dell’alone',
    help: 'Raggio della zona lenta. Una bolla di 50 pc alza il flusso a centinaia di GeV, una di 100 pc ci lascia a secco sotto 100 GeV.',
  },
  greensFunction: {
    label: 'funzione di Green a due zone',
    help: 'La forma chiusa si trova in diversi articoli; non è una soluzione, e dà fino a tre volte il flusso di quella esatta.',
    options: { exact: 'esatta', 'tang-piran-2019': 'forma chiusa di Tang e Piran 2019 (approssimazione)' },
  },
  centre: {
    label: 'l’alone è centrato su',
    help: 'Per una pulsar in moto: attorno al punto in cui ogni positrone è stato emesso, oppure alla distanza di oggi in qualunque momento sia stato emesso.',
    options: { emission: 'il punto di emissione', pulsar: 'la pulsar, che lo porta con sé' },
  },
  delta: {
    label: 'pendenza nell’alone',
    help: 'Pendenza di D nell’alone, se è diversa da quella esterna. Richiede il metodo dei volumi finiti.',
    whenNull: 'la pendenza esterna',
  },
  edgeWidth_pc: {
    label: 'larghezza del bordo',
    help: 'ln D passa dall’interno all’esterno come (1 + tanh[(r − r_b)/w])/2, lungo circa 4 w; 0 è un bordo netto. Richiede il metodo dei volumi finiti.',
  },
  beginTime_kyr: {
    label: 'inizio dell’alone',
    help: 'Tempo dalla nascita in cui comincia la diffusione lenta. Richiede il metodo dei volumi finiti.',
  },
  endTime_kyr: {
    label: 'fine dell’alone',
    help: 'Tempo dalla nascita in cui l’alone si dissolve e lascia andare tutto. Richiede il metodo dei volumi finiti.',
    whenNull: 'l’alone dura',
  },
};

export const slab: BlockWords<typeof slabBlock> = {
  haloHalfHeight_kpc: {
    label: 'semialtezza dell’alone della Galassia',
    help: 'Le particelle sfuggono a questa altezza sopra il disco. Conta per i secondari sotto circa 10 GeV, che vivono abbastanza a lungo da raggiungerla.',
  },
  discHalfThickness_kpc: {
    label: 'semispessore del disco',
    help: 'Il gas che produce i secondari sta entro questa altezza.',
  },
};

export const losses: BlockWords<typeof lossesBlock> = {
  model: {
    label: 'perdite di energia',
    help: 'Le perdite di Thomson sono troppo forti alle alte energie: spostano la gobba verso il basso. L’approssimazione V/(V + γ²) si trova in diversi codici pubblici e per un solo campo sbaglia fino a 3 volte.',
    options: {
      'klein-nishina': 'Klein–Nishina esatta',
      'kn-fit': 'Klein–Nishina approssimata, V/(V + γ²)',
      thomson: 'Thomson, b = b₀ E² (approssimazione)',
    },
  },
  magneticField_uG: {
    label: 'campo magnetico',
    help: 'Le perdite di sincrotrone crescono come B². Un campo più forte raffredda i positroni più in fretta e sposta la gobba a energia più bassa.',
    whenNull: 'non usato dalle perdite di Thomson',
  },
  b0_GeV_s: {
    label: 'tasso di perdita di Thomson a 1 GeV',
    help: 'b = b₀ (E/GeV)². Un raffreddamento più rapido sposta la gobba a energia più bassa.',
    whenNull: 'non usato dalle perdite di Klein–Nishina',
  },
};

export const radiationComponent: BlockWords<typeof radiationComponentBlock> = {
  temperature_K: {
    label: 'temperatura',
    help: 'Temperatura del corpo nero diluito. Fotoni più caldi escono dal regime di Thomson a energia del positrone più bassa.',
  },
  energyDensity_eV_cm3: {
    label: 'densità di energia',
    help: 'Densità di energia del campo; le perdite su di esso le sono proporzionali.',
  },
};

export const sun: BlockWords<typeof sunBlock> = {
  potential_MV: {
    label: 'potenziale di modulazione',
    help: 'Potenziale del campo di forza. Uno più grande abbassa il flusso, soprattutto alle basse energie: dell’8 % a 60 GeV per 1100 MV.',
  },
};
