import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { FigureStyle } from '../../plot/spectrumFigure.ts';
import { FURTHER_TONES } from '../../plot/tableShapes.ts';

/**
 * The tokens of the theme as plain colours and pixels.
 *
 * A custom property that holds light-dark() is not resolved by getComputedStyle; the colour of an element that uses it is.
 */
function readFigureStyle(host: HTMLElement): FigureStyle {
  const probe = document.createElement('span');
  // The picture keeps its own colours where the system forces others on the page.
  probe.style.setProperty('forced-color-adjust', 'none');
  host.append(probe);
  const computed = getComputedStyle(probe);
  const color = (token: string) => {
    probe.style.color = `var(${token})`;
    return computed.color;
  };
  const pixels = (token: string) => Number.parseFloat(computed.getPropertyValue(token));
  probe.style.font = 'var(--text-caption) var(--font-text)';
  const style = {
    fontFamily: computed.fontFamily,
    fontSize: Number.parseFloat(computed.fontSize),
    tickColor: color('--ink'),
    frameColor: color('--line-frame'),
    dataColor: color('--series-data'),
    quietColor: color('--ink-quiet'),
    outsideColor: color('--surface-outside'),
    totalColor: color('--series-total'),
    furtherColors: Array.from({ length: FURTHER_TONES }, (_, index) => color(`--series-table-${index + 1}`)),
    frameWidth: pixels('--weight-frame'),
    errorWidth: pixels('--weight-error'),
    pointRadius: pixels('--point-radius'),
    totalWidth: pixels('--weight-total'),
  };
  probe.remove();
  return style;
}

/**
 * The style for Plotly, read again when the theme or the system's colour scheme changes; null before the first layout.
 *
 * @param width of the plot: sizes of large screens grow with it
 */
export function useFigureStyle(host: RefObject<HTMLElement | null>, theme: string, width: number): FigureStyle | null {
  const [style, setStyle] = useState<FigureStyle | null>(null);
  useEffect(() => {
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    const read = () => {
      if (host.current === null) return;
      const next = readFigureStyle(host.current);
      setStyle((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
    };
    read();
    // The page may set its theme attribute only after this effect.
    const attribute = new MutationObserver(read);
    attribute.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    scheme.addEventListener('change', read);
    return () => {
      attribute.disconnect();
      scheme.removeEventListener('change', read);
    };
  }, [theme, width]);
  return style;
}
