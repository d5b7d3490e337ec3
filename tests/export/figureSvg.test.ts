import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluateScenario } from '../../src/analysis/evaluate.ts';
import { dataset } from '../../src/data/datasets.ts';
import type { Dataset } from '../../src/data/datasetTypes.ts';
import type { FigureContent } from '../../src/export/figureContent.ts';
import { JOURNAL_WIDTHS_mm } from '../../src/export/figureLayout.ts';
import { LOOKS } from '../../src/export/figureStyle.ts';
import { exportFigureSvg, figureSvg } from '../../src/export/figureSvg.ts';
import { labelText, textWidth, xmlText } from '../../src/export/svgText.ts';
import { preset, testKernel } from '../support.ts';

const scenario = preset('geminga');
const evaluation = evaluateScenario(await testKernel(), scenario);
const ams = dataset('ams02-positrons-2019');
const data = [{ dataset: ams, comparison: evaluation.comparison }];
const content: FigureContent = { scenario, curve: evaluation.curve, data };
const svg = figureSvg(content);

/** Throws unless every tag is closed in its place and no text holds markup. */
function assertWellFormed(xml: string): void {
  const open: string[] = [];
  const rest = xml
    .replace(/^<\?xml [^?]*\?>\n/, '')
    .replace(/<(\/?)([a-zA-Z]+)((?: [a-zA-Z-]+="[^"<&]*")*)(\/?)>/g, (_, end, name, __, empty) => {
      if (end) {
        if (open.pop() !== name) throw new Error(`</${name}> in the wrong place`);
      } else if (!empty) open.push(name);
      return '';
    });
  if (open.length > 0) throw new Error(`${open.join(', ')} not closed`);
  const odd = /<|&(?!amp;|lt;|gt;)/.exec(rest);
  if (odd) throw new Error(`markup in a text: ${rest.slice(odd.index, odd.index + 40)}`);
}

const attribute = (name: string) => new RegExp(`<svg [^>]*${name}="([^"]+)"`).exec(svg)?.[1];
/** All numbers in the paths of a picture. */
const pathsOf = (picture: string) => [...picture.matchAll(/ d="([^"]*)"/g)].map((match) => match[1] as string);
/** Starts of the closed marks of one colour: one for each point. */
const marksOf = (picture: string, fill: string, color: string) =>
  [...picture.matchAll(new RegExp(`<path fill="${fill}" stroke="${color}"[^>]* d="([^"]*)"`, 'g'))].flatMap(
    (match) => (match[1] as string).match(/Z/g) ?? [],
  ).length;

describe('the figure as SVG', () => {
  it.each(JOURNAL_WIDTHS_mm)('is %i mm wide, with lengths in tenths of a millimetre', (width_mm) => {
    const picture = figureSvg({ ...content, width_mm });
    const [, width, height, box] = /width="(\d+)mm" height="([\d.]+)mm" viewBox="0 0 (\d+ \d+)"/.exec(picture) ?? [];
    expect(Number(width)).toBe(width_mm);
    expect(box).toBe(`${width_mm * 10} ${Math.round(Number(height) * 10)}`);
    // Letters of at least 8 points of print, 2.8 mm.
    for (const size of picture.matchAll(/<g [^>]*font-size="([\d.]+)"/g)) expect(Number(size[1])).toBeGreaterThan(28);
    assertWellFormed(picture);
    expect(picture).not.toMatch(/NaN|Infinity|undefined|null"/);
  });

  it('draws every point once, filled where it is fitted, open where it is not, and its residual', () => {
    const fitted = evaluation.comparison.inFit.filter(Boolean).length;
    const legend = 1;
    expect(marksOf(svg, '#101418', '#101418')).toBe(2 * fitted + legend);
    expect(marksOf(svg, '#ffffff', '#596470')).toBe(2 * (ams.flux.length - fitted) + legend);
    expect(svg).toContain('>not in the fit<');
  });

  it('draws the total and each component in the look of the page, dashes and colours', () => {
    for (const [name, look] of [
      ['total', LOOKS['series-total']],
      ['Geminga', LOOKS['series-pulsar-1']],
      ['secondaries', LOOKS['series-diffuse-term-1']],
    ] as const) {
      expect(svg).toContain(`>${name}</text>`);
      const curves = [...svg.matchAll(new RegExp(`<path fill="none" stroke="${look?.color}"[^>]*>`, 'g'))];
      expect(curves.length).toBeGreaterThanOrEqual(2);
      for (const [curve] of curves) expect(curve.includes('stroke-dasharray')).toBe((look?.dash.length ?? 0) > 0);
    }
  });

  it('sets powers as raised digits in a smaller size, not as characters that fonts lack', () => {
    const words = [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map((match) => match[1] as string);
    const axis = words.find((text) => text.includes('Φ')) ?? '';
    expect(axis).toMatch(/<tspan[^>]*font-style="italic">E<\/tspan><tspan dy="-[\d.]+" font-size="[\d.]+">3<\/tspan>/);
    expect(axis.replace(/<[^>]*>/g, '')).toBe('E3 Φ(e+) [GeV2 m−2 s−1 sr−1]');
    for (const text of words) expect(text).not.toMatch(/[⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺]/);
    // What goes up comes down again before the next letter.
    const shifts = [...axis.matchAll(/dy="(-?[\d.]+)"/g)].map((match) => Number(match[1]));
    expect(shifts.slice(0, -1).reduce((sum, shift) => sum + shift, 0)).toBeCloseTo(-(shifts.at(-1) ?? 0), 6);
  });

  it('keeps curves, bars and points inside the panels by clipping, and labels on the paper', () => {
    const [width, height] = (attribute('viewBox') ?? '').split(' ').slice(2).map(Number) as [number, number];
    expect(svg.match(/<clipPath id="geminga-(main|residual)">/g)).toHaveLength(2);
    for (const width_mm of JOURNAL_WIDTHS_mm) {
      const picture = figureSvg({ ...content, width_mm });
      for (const [, x, y, anchor, text] of picture.matchAll(
        /<text x="([\d.]+)" y="([\d.]+)"(?: text-anchor="(\w+)")?>([^<]*)</g,
      )) {
        const wide = textWidth(text as string, 28);
        const left = Number(x) - (anchor === 'middle' ? wide / 2 : anchor === 'end' ? wide : 0);
        expect(left).toBeGreaterThan(0);
        expect(left + wide).toBeLessThan(width_mm * 10);
        expect(Number(y)).toBeGreaterThan(0);
      }
    }
    expect([width, height].every((length) => length > 0)).toBe(true);
  });

  it('shows a band around the total', () => {
    const { total } = evaluation.curve;
    const bands = [
      { probability: 0.68, lower: total.map((flux) => 0.9 * flux), upper: total.map((flux) => 1.1 * flux) },
    ];
    const picture = figureSvg({ ...content, bands });
    expect(picture).toContain('>68 % band<');
    expect(picture.match(/fill-opacity/g)).toHaveLength(2);
    assertWellFormed(picture);
  });

  it('draws upper limits as arrows, errors of two sides as they are, and leaves out what no logarithm can show', () => {
    const column = (...values: number[]) => Float64Array.from(values);
    const odd: Dataset = {
      ...ams,
      label: 'odd points',
      binLow_GeV: column(9, 90, 290),
      binHigh_GeV: column(11, 110, 310),
      meanEnergy_GeV: column(10, 100, 300),
      flux: column(1e-2, 1e-5, 0),
      statError: column(1e-2, 1e-6, 1e-6),
      systError: column(0, 0, 0),
      asymmetric: {
        statLower: column(2e-2, 1e-6, 1e-6),
        statUpper: column(5e-3, 1e-6, 1e-6),
        systLower: column(0, 0, 0),
        systUpper: column(0, 0, 0),
      },
      upperLimits: [false, true, false],
    };
    const picture = figureSvg({ ...content, data: [{ dataset: odd, comparison: null }] });
    // Two points and the sample of the legend; the third has no logarithm.
    expect(marksOf(picture, '#101418', '#101418')).toBe(3);
    const bars = pathsOf(picture).find((path) =>
      /^M[\d.]+ [\d.]+V[\d.]+M[\d.]+ [\d.]+V[\d.]+M[\d.]+ [\d.]+L/.test(path),
    );
    expect(bars).toBeDefined();
    expect(picture).not.toContain('residual');
    assertWellFormed(picture);
  });

  it('draws no data of other quantities, and a model without data', () => {
    const fraction: Dataset = { ...ams, quantity: 'positron-fraction', label: 'a fraction' };
    const picture = figureSvg({ ...content, data: [{ dataset: fraction, comparison: null }] });
    expect(picture).not.toContain('>a fraction<');
    expect(picture).toContain('>total<');
    assertWellFormed(picture);
    expect(picture).not.toMatch(/NaN|Infinity/);
  });

  it('breaks a long legend into rows and keeps markup in names harmless', () => {
    const components = Array.from({ length: 14 }, (_, index) => ({
      name: `Pulsar <${index}> & "friends"`,
      kind: 'pulsar' as const,
      flux: evaluation.curve.total,
    }));
    const picture = figureSvg({ ...content, curve: { ...evaluation.curve, components } });
    assertWellFormed(picture);
    const rows = new Set([...picture.matchAll(/<text x="[\d.]+" y="([\d.]+)">Pulsar/g)].map((match) => match[1]));
    expect(rows.size).toBeGreaterThan(4);
  });

  it('is the same for the same content, and named with its width', () => {
    expect(figureSvg(content)).toBe(svg);
    expect(exportFigureSvg({ ...content, width_mm: 178 }).name).toMatch(/-figure-178mm\.svg$/);
  });
});

describe('the looks of a printed figure', () => {
  const css = (name: string) => readFileSync(join(import.meta.dirname, '../../src/app', name), 'utf8');
  // The first one of a name is that of the light theme; the projector has its own further down.
  const tokens = new Map<string, string>();
  for (const [, kind, name, light, plain] of css('styles/tokens.css').matchAll(
    /--(series|dash)-([\w-]+): (?:light-dark\((#\w+),|([^;]+);)/g,
  )) {
    const token = `--${kind}-${name}`;
    if (!tokens.has(token)) tokens.set(token, (light ?? plain) as string);
  }
  const resolve = (value: string) => value.replace(/var\((--[\w-]+)\)/, (_, name: string) => tokens.get(name) ?? name);
  /** Rules of curves; others colour points. */
  const rules = [
    ...css('spectrum/series.css').matchAll(/^\.(series-[a-z-]+(?:-\d)?) \{\n((?: {2}--[^\n]+\n)+)\}/gm),
  ].filter(([, , body]) => body?.includes('--series:'));

  it('are those of the page in its light theme, every one', () => {
    const ofPage = rules.map(([, name, body]) => {
      const [, color = ''] = /--series: ([^;]+);/.exec(body as string) ?? [];
      const [, dash = ''] = /--dash: ([^;]+);/.exec(body as string) ?? [];
      const pattern = resolve(dash);
      return [name, { color: resolve(color), dash: pattern === 'none' ? [] : pattern.split(' ').map(Number) }];
    });
    expect(LOOKS).toEqual(Object.fromEntries(ofPage));
  });
});

describe('pieces of a label', () => {
  it('raise digits by so much and no more', () => {
    expect(labelText([{ text: '10⁻³' }], 10)).toBe('10<tspan dy="-3.8" font-size="7">−3</tspan>');
    expect(labelText([{ text: 'm⁻² s' }], 10)).toBe(
      'm<tspan dy="-3.8" font-size="7">−2</tspan><tspan dy="3.8"> s</tspan>',
    );
  });

  it('hold no markup and no control characters', () => {
    expect(xmlText('<a> & \u0000 \ud800 😀')).toBe('&lt;a&gt; &amp; \ufffd \ufffd 😀');
  });
});
