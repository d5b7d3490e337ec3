/** Our own SVG figure as PNG. */
import { binaryFile, type ExportedFile, exportStem } from '../../export/exportedFile.ts';
import type { ExportContext } from '../../export/exportTypes.ts';
import type { FigureContent } from '../../export/figureContent.ts';
import { figureSvg, figureText } from '../../export/figureSvg.ts';
import { withPngText } from '../../export/pngText.ts';
import { exportWords } from './exportWords.ts';

const MM_PER_INCH = 25.4;
/** The figure measures itself in tenths of a millimetre. */
const UNITS_PER_MM = 10;

/** A size in picture elements. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** How large the figure is at a density, dpi. */
export function pixelSize(svg: string, dpi: number): PixelSize {
  const [, width = '', height = ''] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  const pixels = (units: string) => Math.round((Number(units) / UNITS_PER_MM / MM_PER_INCH) * dpi);
  return { width: pixels(width), height: pixels(height) };
}

/** The same figure with a size on the screen, so that it is drawn at full density at once. */
function sizedInPixels(svg: string, { width, height }: PixelSize): string {
  return svg.replace(/ width="[\d.]+mm" height="[\d.]+mm"/, ` width="${width}" height="${height}"`);
}

async function drawn(svg: string, { width, height }: PixelSize): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width, height);
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob === null) throw new Error(exportWords().noCanvas);
    return blob;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/**
 * The figure as PNG, with its scenario and the link in a text inside it.
 *
 * @param dpi picture elements per inch, at the width of the figure in print
 */
export async function figurePng(content: FigureContent, context: ExportContext, dpi: number): Promise<ExportedFile> {
  const svg = figureSvg(content, context);
  const size = pixelSize(svg, dpi);
  const picture = new Uint8Array(await (await drawn(sizedInPixels(svg, size), size)).arrayBuffer());
  const name = exportStem(content.scenario, pictureName(content.width_mm ?? 86, dpi), context.date);
  return binaryFile(name, 'png', withPngText(picture, dpi, figureText(content, context)));
}

/** `figure-86mm-300dpi` */
export function pictureName(width_mm: number, dpi: number): string {
  return `figure-${width_mm}mm-${dpi}dpi`;
}
