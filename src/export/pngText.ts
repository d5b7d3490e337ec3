/** Puts into a PNG picture what it shows and how large it is in print. */
import { crc32 } from './crc32.ts';

/** Length, name, and check of a chunk, bytes. */
const CHUNK_FRAME = 12;
/** The signature and the first chunk, IHDR, which must stay the first. */
const AFTER_HEADER = 8 + CHUNK_FRAME + 13;
const METRES_PER_INCH = 0.0254;

function chunk(name: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(CHUNK_FRAME + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(name), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

/** pHYs: picture elements per metre, across and down. */
function density(dpi: number): Uint8Array {
  const data = new Uint8Array(9);
  const view = new DataView(data.buffer);
  const perMetre = Math.round(dpi / METRES_PER_INCH);
  view.setUint32(0, perMetre);
  view.setUint32(4, perMetre);
  view.setUint8(8, 1);
  return chunk('pHYs', data);
}

/** iTXt: a text in UTF-8, not compressed, so that it can be found by any program. */
function text(keyword: string, content: string): Uint8Array {
  return chunk('iTXt', new TextEncoder().encode(`${keyword}\0\0\0\0\0${content}`));
}

/**
 * The same picture with its density and a text.
 *
 * @param png a whole PNG file
 * @param dpi picture elements per inch in print
 * @param lines what the text says
 */
export function withPngText(png: Uint8Array, dpi: number, lines: readonly string[]): Uint8Array<ArrayBuffer> {
  const added = [density(dpi), text('Description', `${lines.join('\n')}\n`)];
  const parts = [png.subarray(0, AFTER_HEADER), ...added, png.subarray(AFTER_HEADER)];
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
