import { encode, QrCodeDataType } from 'uqr';
import { describe, expect, it } from 'vitest';
import { classLink, MOST_CODE_CHARACTERS } from '../../src/app/learn/classLink.ts';
import { type QrCode, QUIET_MODULES, qrCode, sideOnPaper_mm } from '../../src/app/learn/qrCode.ts';
import { originOfPreset } from '../../src/app/state/origin.ts';
import { lessons } from '../../src/lessons/lessons.ts';
import { NO_TEACHER_VIEW } from '../../src/lessons/teacherView.ts';
import { presets } from '../../src/model/presets/presets.ts';

const HREF = 'https://someone.example.org/teaching/physics/geminga-lab/';

/** The drawn path as a matrix again. */
function drawn({ path, modules }: QrCode): boolean[][] {
  const matrix = Array.from({ length: modules }, () => new Array<boolean>(modules).fill(false));
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    (matrix[Number(y)] as boolean[]).fill(true, Number(x), Number(x) + Number(length));
  return matrix;
}

const FINDER = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111'];

describe('the QR code of a link', () => {
  const link = `${HREF}#lesson=halo-of-slow-diffusion&step=3&lang=it&view=1`;

  it('has the three finder patterns and nothing in its quiet zone', () => {
    const code = qrCode(link);
    const matrix = drawn(code);
    const text = (x: number, y: number) =>
      Array.from({ length: 7 }, (_, row) =>
        Array.from({ length: 7 }, (_, column) => Number(matrix[y + row]?.[x + column])).join(''),
      );
    const far = code.modules - QUIET_MODULES - 7;
    expect(text(QUIET_MODULES, QUIET_MODULES)).toEqual(FINDER);
    expect(text(far, QUIET_MODULES)).toEqual(FINDER);
    expect(text(QUIET_MODULES, far)).toEqual(FINDER);
    const edge = matrix.flatMap((row, y) =>
      row.filter((_, x) => Math.min(x, y, code.modules - 1 - x, code.modules - 1 - y) < QUIET_MODULES),
    );
    expect(edge).not.toContain(true);
  });

  it('draws every module of the encoder, at the best level that its size holds', () => {
    const code = qrCode(link);
    const { data, types, version } = encode(link, { ecc: 'L', boostEcc: true, border: 0 });
    const inner = drawn(code)
      .slice(QUIET_MODULES, -QUIET_MODULES)
      .map((row) => row.slice(QUIET_MODULES, -QUIET_MODULES));
    expect(inner).toEqual(data);
    expect(types.flat().filter((type) => type === QrCodeDataType.Position).length).toBeGreaterThan(0);
    expect(code.version).toBe(version);
    // 17 modules and four for each version, by the standard.
    expect(code.modules).toBe(17 + 4 * version + 2 * QUIET_MODULES);
  });

  it('has modules of half a millimetre or more and fits beside the text of a sheet, up to the longest link', () => {
    for (const length of [60, 200, 600, MOST_CODE_CHARACTERS]) {
      const code = qrCode('x'.repeat(length));
      const side = sideOnPaper_mm(code);
      expect(side / code.modules).toBeGreaterThanOrEqual(0.5);
      // The sheet is 170 mm wide between its margins: the text keeps more than half.
      expect(side).toBeLessThanOrEqual(65);
    }
    expect(qrCode('x'.repeat(MOST_CODE_CHARACTERS)).version).toBe(25);
  });

  it('exists for every lesson and every preset as it is', () => {
    const links = [
      ...lessons.map(({ id, steps }) =>
        classLink(
          HREF,
          { ...NO_TEACHER_VIEW, lesson: id as (typeof NO_TEACHER_VIEW)['lesson'], step: steps.length - 1 },
          (presets[0] as (typeof presets)[number]).scenario,
          originOfPreset(presets[0] as (typeof presets)[number]),
        ),
      ),
      ...presets.map((preset) => classLink(HREF, NO_TEACHER_VIEW, preset.scenario, originOfPreset(preset))),
    ];
    // Version 8 holds 154 and more bytes at level M: a code of 49 modules that any phone reads.
    for (const short of links) expect(qrCode(short).version, short).toBeLessThanOrEqual(8);
  });

  it('is refused beyond what the largest code holds', () => {
    expect(qrCode('x'.repeat(2953)).version).toBe(40);
    expect(() => qrCode('x'.repeat(2954))).toThrow(RangeError);
  });
});
