import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { JOURNAL_WIDTHS_mm } from '../../export/figureLayout.ts';
import { TABLE_FORMATS } from '../../export/resultFiles.ts';
import { type DialogChoice, RESOLUTIONS_dpi, toggled } from './choice.ts';
import { exportWords } from './exportWords.ts';
import type { PageResults } from './pageResults.ts';

interface TickProps {
  readonly on: boolean;
  readonly onTick: () => void;
  /** Why it cannot be ticked; it can without. */
  readonly hindrance?: string | null;
  /** What is to be known of it. */
  readonly note?: string | null;
  readonly indented?: boolean;
  readonly children: ComponentChildren;
}

/** A tick box with the words that belong to it. */
function Tick({ on, onTick, hindrance = null, note = null, indented = false, children }: TickProps) {
  const id = useId();
  const words = hindrance ?? note;
  return (
    <div class={`export-tick ${indented ? 'export-indented' : ''}`}>
      <label>
        <input
          type="checkbox"
          checked={on && hindrance === null}
          disabled={hindrance !== null}
          aria-describedby={words === null ? undefined : id}
          onChange={onTick}
        />
        {children}
      </label>
      {words !== null && <small id={id}>{words}</small>}
    </div>
  );
}

interface ChoicesProps {
  readonly results: PageResults | null;
  readonly choice: DialogChoice;
  readonly onChoose: (choice: DialogChoice) => void;
  /** The sampler is at work, so that its chain cannot be saved. */
  readonly isSampling: boolean;
}

/** What goes into files. */
function Contents({ results, choice, onChoose, isSampling }: ChoicesProps) {
  const words = exportWords();
  const content = results?.content;
  const none = results === null ? words.noCurve : null;
  const { parts } = choice;
  const part = (name: typeof parts extends ReadonlySet<infer Part> ? Part : never) => ({
    on: parts.has(name),
    onTick: () => onChoose({ ...choice, parts: toggled(parts, name) }),
  });
  const hasModel = parts.has('spectrum') || parts.has('comparison') || choice.svg || choice.png || parts.has('program');
  const needsModel = none ?? (hasModel ? null : words.needsCurve);
  return (
    <fieldset class="export-group">
      <legend>{words.contents}</legend>
      <Tick {...part('spectrum')} hindrance={none}>
        {words.curve}
      </Tick>
      <Tick
        indented
        on={choice.components}
        onTick={() => onChoose({ ...choice, components: !choice.components })}
        hindrance={needsModel}
      >
        {words.components}
      </Tick>
      <Tick
        indented
        on={choice.band}
        onTick={() => onChoose({ ...choice, band: !choice.band })}
        hindrance={content && (content.bands ?? []).length === 0 ? words.noBand : needsModel}
      >
        {words.band}
      </Tick>
      <Tick {...part('data')} hindrance={none}>
        {words.data}
      </Tick>
      <Tick {...part('comparison')} hindrance={none}>
        {words.residuals}
      </Tick>
      <Tick
        {...part('fit')}
        hindrance={none ?? (content?.fit ? null : words.noFit)}
        note={results?.fitIsStale ? words.staleFit : null}
      >
        {words.fit}
      </Tick>
      <Tick {...part('profiles')} hindrance={none ?? (content?.profiles ? null : words.noProfiles)}>
        {words.profiles}
      </Tick>
      <Tick {...part('contour')} hindrance={none ?? (content?.contour ? null : words.noContour)}>
        {words.contour}
      </Tick>
      <Tick
        {...part('posterior')}
        hindrance={none ?? (content?.posterior ? null : isSampling ? words.runningPosterior : words.noPosterior)}
        note={results?.posteriorIsOfAnother ? words.otherPosterior : null}
      >
        {words.posterior}
      </Tick>
      <Tick {...part('program')} hindrance={none} note={words.programHelp}>
        {words.program}
      </Tick>
      <Tick {...part('references')} hindrance={none}>
        {words.references}
      </Tick>
      <Tick {...part('scenario')} hindrance={none}>
        {words.scenario}
      </Tick>
    </fieldset>
  );
}

/** One line of tick boxes. */
function Row({ legend, note, children }: { legend: string; note: string | null; children: ComponentChildren }) {
  return (
    <fieldset class="export-row">
      <legend>{legend}</legend>
      {children}
      {note !== null && <small role="status">{note}</small>}
    </fieldset>
  );
}

/** All tick boxes. */
export function Choices(props: ChoicesProps) {
  const { results, choice, onChoose } = props;
  const words = exportWords();
  const none = results === null ? words.noCurve : null;
  const hasTables = [...choice.parts].some((part) => !['program', 'references', 'scenario'].includes(part));
  const hasFigures = choice.svg || choice.png;
  return (
    <div class="export-choices">
      <Contents {...props} />
      <Row legend={words.tableFormats} note={hasTables && choice.formats.size === 0 ? words.needsFormat : null}>
        {TABLE_FORMATS.map((format) => (
          <Tick
            key={format}
            on={choice.formats.has(format)}
            onTick={() => onChoose({ ...choice, formats: toggled(choice.formats, format) })}
          >
            {format.toUpperCase()}
          </Tick>
        ))}
      </Row>
      <Row legend={words.figures} note={none}>
        <Tick on={choice.svg} onTick={() => onChoose({ ...choice, svg: !choice.svg })} hindrance={none && ''}>
          {words.vector}
        </Tick>
        <Tick on={choice.png} onTick={() => onChoose({ ...choice, png: !choice.png })} hindrance={none && ''}>
          {words.raster}
        </Tick>
      </Row>
      <Row legend={words.widths} note={hasFigures && choice.widths_mm.size === 0 ? words.needsWidth : null}>
        {JOURNAL_WIDTHS_mm.map((width_mm) => (
          <Tick
            key={width_mm}
            on={choice.widths_mm.has(width_mm)}
            onTick={() => onChoose({ ...choice, widths_mm: toggled(choice.widths_mm, width_mm) })}
          >
            <span title={words.widthHelp(width_mm)}>{words.width(width_mm)}</span>
          </Tick>
        ))}
      </Row>
      <Row
        legend={words.resolutions}
        note={choice.png && choice.resolutions_dpi.size === 0 ? words.needsResolution : null}
      >
        {RESOLUTIONS_dpi.map((dpi) => (
          <Tick
            key={dpi}
            on={choice.resolutions_dpi.has(dpi)}
            onTick={() => onChoose({ ...choice, resolutions_dpi: toggled(choice.resolutions_dpi, dpi) })}
          >
            {words.resolution(dpi)}
          </Tick>
        ))}
      </Row>
    </div>
  );
}
