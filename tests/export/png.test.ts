import { describe, expect, it } from 'vitest';
import { crc32 } from '../../src/export/crc32.ts';
import { openExport } from '../../src/export/openExport.ts';
import { withPngText } from '../../src/export/pngText.ts';
import { scenarioBlock } from '../../src/export/provenance.ts';
import { scenario } from './fixtures.ts';

/** A picture of one white point: signature, IHDR, IDAT, IEND. */
const ONE_POINT = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
);

function chunksOf(png: Uint8Array): { name: string; data: Uint8Array }[] {
  const view = new DataView(png.buffer, png.byteOffset);
  const chunks: { name: string; data: Uint8Array }[] = [];
  for (let at = 8; at < png.length; ) {
    const length = view.getUint32(at);
    const named = png.subarray(at + 4, at + 8 + length);
    expect(view.getUint32(at + 8 + length)).toBe(crc32(named));
    chunks.push({ name: new TextDecoder().decode(named.subarray(0, 4)), data: named.subarray(4) });
    at += 12 + length;
  }
  return chunks;
}

describe('a PNG picture with its text', () => {
  const png = withPngText(ONE_POINT, 300, scenarioBlock(scenario, { page: 'https://example.org/' }));

  it('keeps its own chunks, the header first, and gets density and text behind it', () => {
    expect(chunksOf(png).map(({ name }) => name)).toEqual([
      'IHDR',
      'pHYs',
      'iTXt',
      ...chunksOf(ONE_POINT)
        .slice(1)
        .map(({ name }) => name),
    ]);
    const density = chunksOf(png)[1]?.data as Uint8Array;
    // 300 per inch are 11811 per metre.
    expect(new DataView(density.buffer, density.byteOffset).getUint32(0)).toBe(11811);
    expect(density[8]).toBe(1);
  });

  it('opens as its scenario', () => {
    expect(openExport(new TextDecoder().decode(png), 'figure.png').scenario).toEqual(scenario);
  });
});

describe('CRC-32', () => {
  it('has the check value of its standard', () => {
    // CRC-32/ISO-HDLC of the ASCII digits 1 to 9, as its definition lists it.
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });
});
