/** The links in the files of the terminal. */
import { describe, expect, it } from 'vitest';
import { decodeScenario, FRAGMENT_USE } from '../../src/export/link.ts';
import { parseScenarioText } from '../../src/model/readScenario.ts';
import { geminga } from './harness.ts';

const SET = ['--set', 'sources[Geminga].efficiency=0.3'];
const BASE = 'https://example.org/some/lab/?course=1';

const fragmentIn = (text: string) => /#(s=1\.[\w.-]+)/.exec(text)?.[1] ?? '';

describe('--link-base', () => {
  it('makes the link in a table whole: it opens the same scenario on that page, beside the same preset', async () => {
    const { stdout } = await geminga(['predict', 'preset:geminga', ...SET, '--link-base', BASE]);
    expect(stdout).toContain(`# link: ${BASE}#s=1.`);
    const link = decodeScenario(fragmentIn(stdout));
    expect(link?.presetId).toBe('geminga');
    expect(link?.scenario?.sources[0]).toMatchObject({ name: 'Geminga', efficiency: 0.3 });
  });

  it('without it a file names no host, only the end of the link and how it is used', async () => {
    for (const ending of ['csv', 'ecsv', 'json', 'svg', 'py', 'bib']) {
      const { files } = await geminga(['predict', 'preset:geminga', ...SET, '--out', `a.${ending}`]);
      for (const [name, text] of files) {
        expect(text.replace(/\n# +/g, ' '), name).toContain(FRAGMENT_USE);
        expect(decodeScenario(fragmentIn(text))?.scenario?.sources[0], name).toMatchObject({ efficiency: 0.3 });
      }
    }
  });

  it('stands in every file of a fit but the bare scenario, each with the best values', async () => {
    const { files } = await geminga(['fit', 'preset:geminga', '--link-base', BASE, '--out', 'best']);
    const best = parseScenarioText(files.get('best/scenario.json') ?? '');
    expect(files.size).toBeGreaterThan(10);
    for (const [name, text] of files) {
      if (name === 'best/scenario.json') continue;
      expect(text.replaceAll('&amp;', '&'), name).toContain(`${BASE}#s=1.`);
      expect(decodeScenario(fragmentIn(text))?.scenario, name).toEqual(best);
    }
  });

  it('stands in every file of a posterior but the bare scenario and the state of the run', async () => {
    const options = ['--steps', '4', '--walkers', '8', '--free', 'sources[Geminga].efficiency'];
    const { files } = await geminga(['sample', 'preset:geminga', ...options, '--link-base', BASE, '--out', 'post']);
    expect(files.size).toBeGreaterThan(8);
    for (const [name, text] of files)
      if (!/(scenario|run)\.json$/.test(name)) expect(text, name).toContain(`${BASE}#s=1.`);
  });

  it('stands in the ranking of the catalogue', async () => {
    const { stdout } = await geminga(['catalogue', '--top', '2', '--link-base', 'file:///home/me/lab/index.html']);
    expect(stdout).toContain('# link: file:///home/me/lab/index.html#s=1.');
  });

  it('of an opened file the preset stays the one of its own link', async () => {
    const first = await geminga(['predict', 'preset:monogem']);
    const { stdout } = await geminga(['predict', '-'], { stdin: first.stdout });
    expect(stdout).toBe(first.stdout);
    expect(decodeScenario(fragmentIn(stdout))?.presetId).toBe('monogem');
  });

  it.each(['example.org', 'javascript:alert(1)', 'https://example.org/#s=1', 'https://example.org/#', ''])(
    'that is no address of a page is refused in one sentence: %s',
    async (base) => {
      const { status, stdout, stderr } = await geminga(['predict', 'preset:geminga', '--link-base', base]);
      expect(status).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toMatch(/^geminga: --link-base [^\n]+\.\n$/);
    },
  );
});
