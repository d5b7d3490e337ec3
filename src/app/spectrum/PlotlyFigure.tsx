import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SpectrumFigure } from '../../plot/spectrumFigure.ts';
import { memo } from '../memo.ts';
import { spectrumWords } from './spectrumWords.ts';

type Plotly = typeof import('plotly.js');

async function loadPlotly(): Promise<Plotly> {
  const module: Plotly & { readonly default?: Plotly } = await import('plotly.js');
  return module.default ?? module;
}

/** Draws a figure with Plotly, which is fetched when the first of these components appears. */
export const PlotlyFigure = memo(function PlotlyFigure({ figure }: { readonly figure: SpectrumFigure }) {
  const host = useRef<HTMLDivElement>(null);
  const [plotly, setPlotly] = useState<Plotly | null>(null);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    let isMounted = true;
    loadPlotly().then(
      (loaded) => isMounted && setPlotly(loaded),
      () => isMounted && setFailed(true),
    );
    return () => {
      isMounted = false;
    };
  }, []);

  useLayoutEffect(() => {
    if (plotly !== null && host.current !== null) {
      void plotly.react(host.current, figure.data, figure.layout, figure.config);
    }
  }, [plotly, figure]);

  useEffect(() => {
    const element = host.current;
    return () => {
      if (plotly !== null && element !== null) plotly.purge(element);
    };
  }, [plotly]);

  return (
    <>
      <div ref={host} class="spectrum-plotly" aria-hidden="true" />
      {failed && <p class="spectrum-failed">{spectrumWords().plotFailed}</p>}
    </>
  );
});
