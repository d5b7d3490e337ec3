/** A link as a QR code. */
import { encode } from 'uqr';

/** White modules around the code, as its standard asks for. */
export const QUIET_MODULES = 4;
/** What a phone still reads well from paper, held at a hand's length, mm. */
const MODULE_ON_PAPER_mm = 0.5;
/** A short link does not make a stamp of it, mm. */
const SMALLEST_SIDE_mm = 30;

export interface QrCode {
  /** 1 to 40. */
  readonly version: number;
  /** Modules along a side, with the white ones around. */
  readonly modules: number;
  /** All black modules as one path in units of a module. */
  readonly path: string;
}

/**
 * @param text at most 2953 bytes in UTF-8
 * @throws {RangeError} for a longer one
 */
export function qrCode(text: string): QrCode {
  const { version, data } = encode(text, { ecc: 'L', boostEcc: true, border: 0 });
  const path = data.flatMap((row, y) =>
    row.flatMap((isBlack, x) => {
      if (!isBlack || row[x - 1] === true) return [];
      const end = row.indexOf(false, x);
      const length = (end < 0 ? row.length : end) - x;
      return `M${x + QUIET_MODULES} ${y + QUIET_MODULES}h${length}v1h${-length}z`;
    }),
  );
  return { version, modules: data.length + 2 * QUIET_MODULES, path: path.join('') };
}

/** Side of the printed code with its white edge, mm. */
export function sideOnPaper_mm({ modules }: Pick<QrCode, 'modules'>): number {
  return Math.max(SMALLEST_SIDE_mm, Math.ceil(modules * MODULE_ON_PAPER_mm));
}
