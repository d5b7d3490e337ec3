/** The presets, in Italian. */

export interface PresetWords {
  readonly name: string;
  readonly about: string;
  /** Of a preset that reproduces a number. */
  readonly reproduces?: string;
}

/** By the preset's id. */
export const presets: Readonly<Record<string, PresetWords>> = {
  geminga: {
    name: 'Geminga, diffusione galattica veloce',
    about:
      'Geminga da sola, nella diffusione della Galassia in generale. Può disegnare la curva di AMS-02, ma solo con più energia di quanta la pulsar ne avesse.',
  },
  'geminga-hawc2017': {
    name: 'Geminga, una zona, diffusione HAWC 2017',
    about:
      'La diffusione lenta che HAWC ha visto attorno a Geminga, messa ovunque: la pulsar dà meno di un centesimo dei positroni.',
    reproduces: 'E³Φ = 0.0713 GeV² m⁻² s⁻¹ sr⁻¹ a 1 TeV, prima della modulazione; D(100 TeV) = 4.5e27 cm² s⁻¹',
  },
  monogem: {
    name: 'Monogem (B0656+14), diffusione galattica veloce',
    about:
      'L’altro alone vicino: tre volte più giovane di Geminga, perciò ne è arrivato di meno. Per disegnare da sola la curva di AMS-02 le servirebbe otto volte l’energia che aveva.',
  },
  'fang-2018': {
    name: 'Geminga, due zone, secondo Fang et al. 2018',
    about:
      'Diffusione lenta entro 50 pc, normale fuori: il flusso a centinaia di GeV triplica. Sposta il raggio: da 30 a 70 pc aiuta, 100 pc ci lasciano a secco.',
  },
  'profumo-2018': {
    name: 'Geminga, una piccola sacca lenta, secondo Profumo et al. 2018',
    about:
      'Una sacca di 30 pc con un centesimo della diffusione, perdite di Thomson e uno spettro ripido: la diffusione lenta attorno alle pulsar non ci lascia per forza a secco.',
  },
  'di-mauro-2019': {
    name: 'Geminga, due zone, secondo Di Mauro et al. 2019',
    about:
      'L’efficienza che dà i raggi gamma di HAWC a 20 TeV, uno spettro duro e un alone di 50 pc: Geminga da sola produce al massimo un quinto dei positroni, prima del Sole.',
    reproduces:
      'al massimo il 20 % dei positroni di AMS-02: 4.4, 8.5 e 20 % nei bin a 102.6, 326.8 e 832 GeV (lo spettro e il raggio sono una scelta entro gli intervalli dell’articolo)',
  },
  'di-mauro-2019-soft': {
    name: 'Geminga, due zone, spettro più morbido',
    about:
      'Lo stesso alone e gli stessi raggi gamma con γ = 2 e un taglio a 100 TeV: la quota sale a un terzo, metà e tre quarti. La conclusione dipende dallo spettro.',
  },
  'di-mauro-2019-one-zone': {
    name: 'Geminga, la diffusione dell’alone ovunque',
    about: 'La diffusione lenta dell’alone, messa ovunque: sotto il TeV non arriva nulla.',
  },
  'manconi-2020': {
    name: 'Ogni pulsar con un alone, secondo Manconi et al. 2020',
    about:
      'Tutte le pulsar del catalogo, ciascuna in una zona lenta di 60 pc, un decimo della loro energia in coppie: insieme arrivano al livello di AMS-02, e a un fit serve poco di più.',
  },
  'evoli-2021': {
    name: 'Pulsar e secondari, diffusione secondo Evoli et al. 2021',
    about:
      'La diffusione di cui parlano i nuclei, con il suo cambio di pendenza, i secondari calcolati e le pulsar del catalogo dopo che hanno lasciato i loro resti di supernova: con un fit descrivono i dati con il doppio dei secondari calcolati. L’articolo ha invece pulsar simulate nei bracci a spirale.',
  },
  'ams02-fit-function': {
    name: 'La funzione di fit di AMS-02',
    about:
      'La somma di due leggi di potenza, una con un taglio, che la collaborazione ha adattato ai propri dati: la prima cosa che ogni programma di fit deve riprodurre.',
    reproduces:
      'χ² = 36.64 per 74 punti con i parametri pubblicati, 35.01 dopo un nuovo fit (errori statistici e sistematici in quadratura)',
  },
};
