/** The measured tables, in Italian. */
import { datasets as descriptions } from '../../../data/datasetDescriptions.ts';
import type { MeasuredQuantity } from '../../../data/measuredQuantities.ts';
import type { DatasetId } from '../../../model/datasetIds.ts';

/** Labels that hold words; the others are names and years. */
const labels: Readonly<Partial<Record<string, string>>> = {
  'ams02-fraction-2019': 'AMS-02 frazione 2019',
  'ams02-electrons-2021': 'AMS-02 elettroni 2021',
  'pamela-fraction-2013': 'PAMELA frazione 2013',
  'pamela-electrons': 'PAMELA elettroni',
  'fermi-fraction-2012': 'Fermi-LAT frazione 2012',
  'fermi-electrons-2012': 'Fermi-LAT elettroni 2012',
} satisfies Partial<Record<DatasetId, string>>;

const quantities: Readonly<Record<MeasuredQuantity, string>> = {
  'positron-flux': 'flusso di positroni',
  'positron-fraction': 'frazione di positroni',
  'all-electron-flux': 'flusso di elettroni e positroni insieme',
  'electron-flux': 'flusso di elettroni',
};

/** By the English sentence, since several tables share one. */
const remarks: Readonly<Record<string, string>> = {
  'Charges are separated by the field of the Earth; positrons are 1.3 to 2.6 times those of AMS-02, bin by bin.':
    'Le cariche sono separate dal campo della Terra; i positroni sono da 1.3 a 2.6 volte quelli di AMS-02, bin per bin.',
  'Taken in other years than AMS-02: below some 10 GeV the Sun needs a potential of its own.':
    'Presa in anni diversi da AMS-02: sotto circa 10 GeV il Sole richiede un potenziale proprio.',
  'The source gives energies of points, no bins; a bin average is then the value at the point.':
    'La fonte dà le energie dei punti, non i bin; la media sul bin è allora il valore nel punto.',
  'Statistical errors only: chi-squared against this table alone comes out too high.':
    'Solo errori statistici: il χ² rispetto a questa sola tabella risulta troppo alto.',
  'The paper adds about 15 % on the energy scale, which is in no column.':
    'L’articolo aggiunge circa il 15 % sulla scala di energia, che non sta in nessuna colonna.',
  'The source does not name the four systematic components; their quadrature is the total but for its last digit.':
    'La fonte non dà un nome alle quattro componenti sistematiche; la loro somma in quadratura è il totale, a meno dell’ultima cifra.',
  'The same numbers as the table of 2019: one measurement, not two. Use one of them.':
    'Gli stessi numeri della tabella del 2019: una misura, non due. Usane una sola.',
  'The same positrons as in the flux table: not independent of it. It is 0.980 to 1.008 times the ratio of the flux tables.':
    'Gli stessi positroni della tabella del flusso: non è indipendente da quella. È da 0.980 a 1.008 volte il rapporto delle tabelle dei flussi.',
  '0.956 to 1.036 times the sum of the tables of positrons and electrons.':
    'Da 0.956 a 1.036 volte la somma delle tabelle di positroni ed elettroni.',
  'Errors are total ones, without a systematic part; mean energies are the geometric means of the edges.':
    'Gli errori sono totali, senza una parte sistematica; le energie medie sono le medie geometriche degli estremi.',
  'Rows of another paper, which CRDB lists under the same name, are left out: those without a bin.':
    'Le righe di un altro articolo, che CRDB elenca sotto lo stesso nome, sono escluse: quelle senza bin.',
  '0.87 to 1.10 times the ratio of the PAMELA flux tables.':
    'Da 0.87 a 1.10 volte il rapporto delle tabelle dei flussi di PAMELA.',
  'The paper that the source names for it is doubtful.': 'L’articolo che la fonte indica è dubbio.',
  'The statistical error of the lowest bin is rounded to 0 in the source.':
    'Nella fonte l’errore statistico del bin più basso è arrotondato a 0.',
  'The mean energy of the bin from 3000 to 4754.7 GeV, 3899 GeV, lies above the middle of the bin: doubtful for a falling spectrum.':
    'L’energia media del bin da 3000 a 4754.7 GeV, 3899 GeV, sta sopra il centro del bin: dubbia per uno spettro che scende.',
  'The rows of the file were sorted by energy.': 'Le righe del file sono state ordinate per energia.',
  'The catalogue of the collaboration, shown here, is 1.24 times the table printed in the paper in every bin.':
    'Il catalogo della collaborazione, mostrato qui, è in ogni bin 1.24 volte la tabella stampata nell’articolo.',
  // Of tables that a person brings.
  'The file gives no energies of points; each stands at the geometric mean of its edges.':
    'Il file non dà le energie dei punti; ognuno sta alla media geometrica dei suoi limiti.',
  'The file gives no bins; a bin average is the value at the point.':
    'Il file non dà i bin; la media sul bin è il valore nel punto.',
  'Rigidities and total energies are taken as kinetic energies: 0.1 % off at 0.5 GeV, less above.':
    'Rigidità ed energie totali sono prese come energie cinetiche: 0.1 % di differenza a 0.5 GeV, meno al di sopra.',
  'The errors do not say whether they are statistical; they are taken as independent from bin to bin.':
    'Gli errori non dicono se sono statistici; sono presi come indipendenti da bin a bin.',
  'The file gives no systematic errors.': 'Il file non dà errori sistematici.',
  'Values were divided by the power of the energy with which they were given, at the energy of the point.':
    'I valori sono stati divisi per la potenza dell’energia con cui erano dati, all’energia del punto.',
  'Errors downwards carry a minus sign in the file; their size was taken.':
    'Nel file gli errori verso il basso hanno il segno meno; se ne è presa la grandezza.',
  'The file does not say the confidence level of its upper limits.':
    'Il file non dice il livello di confidenza dei suoi limiti superiori.',
};

const supplied = (english: string) =>
  english.replace(/table supplied by the user(, file )?/, (_, file: string | undefined) =>
    file === undefined ? 'tabella fornita dall’utente' : 'tabella fornita dall’utente, file ',
  );

export const datasets = { labels, quantities, remarks, reference: supplied };

const idOfLabel = new Map(Object.values(descriptions).map(({ id, label }) => [label, id]));

/** The label of a table in place of its English one; a person's own table keeps its name. */
export function tableLabel(english: string): string {
  return labels[idOfLabel.get(english) ?? ''] ?? english;
}
