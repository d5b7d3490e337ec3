/** A Python program that reads the ECSV tables and draws the figure again with matplotlib. */
import { QUANTITIES } from '../plot/quantity.ts';
import { seriesOf } from '../plot/series.ts';
import { asciiJson, asciiString } from './asciiText.ts';
import { ecsvNames } from './ecsv.ts';
import { type ExportedFile, exportStem, textFile } from './exportedFile.ts';
import type { ExportContext } from './exportTypes.ts';
import { type FigureContent, figureContext } from './figureContent.ts';
import { looksOf, POINT_LOOKS, type PointLook, totalLook } from './figureStyle.ts';
import { PROGRAM_TEXT } from './program.ts';
import { linkLine, resultLines, SCENARIO_LINE } from './provenance.ts';
import { PYTHON_FUNCTIONS, PYTHON_IMPORTS } from './pythonFunctions.ts';
import { spectrumColumns } from './resultColumns.ts';
import { scenarioLines } from './scenarioLines.ts';

/** How matplotlib calls the shapes of points. */
const MARKERS: Readonly<Record<PointLook['shape'], string>> = { circle: 'o', square: 's', diamond: 'D', triangle: '^' };

/** Longest line that the style guide of Python allows for code, and for comments. */
const CODE_WIDTH = 79;
const COMMENT_WIDTH = 72;

/** Where the program finds its tables, beside itself. */
export interface PlotFiles {
  readonly spectrum: string;
  /** One for every data set; none where there are no data to draw. */
  readonly comparisons: readonly string[];
}

/** Words in lines of limited length; a longer word has a line of its own. */
function wrapped(text: string, first: string, next: string, width: number): string[] {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(' ')) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = next;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line];
}

const ascii = (text: string) => asciiString(text).slice(1, -1).replaceAll('\\"', '"');

/** The head of the program: what it belongs to, and the scenario for opening it again. */
function comments(content: FigureContent, context: ExportContext): string[] {
  const { scenario } = content;
  const comment = (line: string, indent: string) =>
    wrapped(ascii(line), `# ${indent}`, `# ${indent}    `, COMMENT_WIDTH);
  return [
    ...resultLines('figure of the positron spectrum', scenario, figureContext(content, context)).flatMap((line) =>
      comment(line, ''),
    ),
    // A word alone on its line may be as long as it must be.
    ...comment(linkLine(scenario, context), ''),
    '# scenario, every value with its unit:',
    ...scenarioLines(scenario).flatMap((line) => comment(line, '  ')),
    `# ${SCENARIO_LINE.trim()}`,
    `# ${asciiJson(scenario, /[^\x21-\x7e]/g)}`,
  ];
}

/** `"Geminga": ("#c04f00", (0, (9, 4))),` */
function styleLines(content: FigureContent): string[] {
  const { curve, bands = [] } = content;
  const columns = spectrumColumns(curve, bands);
  const names = ecsvNames(columns);
  const looks = looksOf(seriesOf(curve.components));
  const components = names.filter((_, index) => columns[index]?.component !== undefined);
  return [
    { name: 'total', look: totalLook() },
    ...components.map((name, index) => ({ name, look: looks[index] })),
  ].flatMap(({ name, look }) => {
    const dash = look === undefined || look.dash.length === 0 ? '"solid"' : `(0, (${look.dash.join(', ')}))`;
    const style = `("${look?.color}", ${dash})`;
    const line = `    ${asciiString(name)}: ${style},`;
    return line.length <= CODE_WIDTH ? [line] : [`    ${asciiString(name)}:`, `        ${style},`];
  });
}

/**
 * The program: PEP 8, for Python 3 with astropy and matplotlib, which draws `figure.pdf` and `figure.png` beside itself.
 *
 * @param files names of the ECSV tables that it reads
 */
export function pythonPlot(content: FigureContent, files: PlotFiles, context: ExportContext = {}): string {
  const { quantity = 'E3', width_mm = 86 } = content;
  const { power } = QUANTITIES[quantity];
  const lines = [
    `"""Draw a positron spectrum of ${PROGRAM_TEXT} with matplotlib.`,
    '',
    'Put this file beside the ECSV tables and run it with Python 3; it needs',
    'astropy and matplotlib, and writes figure.pdf and figure.png.',
    '"""',
    '',
    ...comments(content, context),
    '',
    ...PYTHON_IMPORTS,
    `SPECTRUM = HERE / ${asciiString(files.spectrum)}`,
    'COMPARISONS = [',
    ...files.comparisons.map((name) => `    HERE / ${asciiString(name)},`),
    ']',
    '# The flux is drawn times this power of the energy.',
    `POWER = ${power}`,
    `WIDTH_MM = ${width_mm}`,
    '# Colour and dashes of every curve, by the name of its column.',
    'STYLES = {',
    ...styleLines(content),
    '}',
    '# Colour and marker of the points of each data set.',
    'POINTS = [',
    ...POINT_LOOKS.map(({ color, shape }) => `    (${asciiString(color)}, ${asciiString(MARKERS[shape])}),`),
    ']',
    ...PYTHON_FUNCTIONS,
  ];
  return `${lines.join('\n')}\n`;
}

/** The program as a file; the tables that it reads are named as the other exports of the same day name them. */
export function exportPythonPlot(content: FigureContent, context: ExportContext = {}): ExportedFile {
  const { scenario, data } = content;
  const table = (part: string) => `${exportStem(scenario, part, context.date)}.ecsv`;
  const compared = data.filter(({ comparison }) => comparison !== null).slice(0, 1);
  const files = { spectrum: table('spectrum'), comparisons: compared.map(() => table('comparison')) };
  return textFile(exportStem(scenario, 'plot', context.date), 'py', pythonPlot(content, files, context));
}
