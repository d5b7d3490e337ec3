import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DOCUMENTS, type DocumentFile, documentPage } from '../scripts/documents/documentPage.ts';

const root = resolve(import.meta.dirname, '..');
const ASSETS = { stylesheet: './assets/documents.css', icon: './assets/favicon.svg' };
const NOTES: DocumentFile = { source: 'NOTES.md', address: 'notes.html', name: 'Notes' };
const page = (markdown: string) => documentPage(NOTES, markdown, ASSETS);
const idsOf = (html: string) => [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id as string);

describe('a document of the project', () => {
  const pages = new Map(
    DOCUMENTS.map((file) => [
      `./${file.address}`,
      documentPage(file, readFileSync(join(root, file.source), 'utf8'), ASSETS),
    ]),
  );

  it.each([...pages])('%s has one title, anchors that are each there once, and no script', (_, html) => {
    expect(html.match(/<h1 /g)).toHaveLength(1);
    const ids = idsOf(html);
    expect(ids.length).toBeGreaterThan(3);
    expect(new Set(ids).size).toBe(ids.length);
    expect(html).not.toMatch(/<script|\son\w+=|javascript:/i);
  });

  it.each([...pages])('%s leads to places that are there', (address, html) => {
    const links = [...html.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href]) => href as string);
    expect(links.length).toBeGreaterThan(5);
    for (const link of links.filter((href) => !/^https?:/.test(href))) {
      const [path, anchor] = link.split('#');
      if (path === './index.html') continue;
      const target = pages.get(path || address);
      expect(target, link).toBeDefined();
      if (anchor !== undefined) expect(idsOf(target as string), link).toContain(anchor);
    }
  });

  it('shows HTML as the text that it is', () => {
    const html = page('# Title\n\n<script>alert(1)</script>\n\nA <b onclick="x()">word</b> &amp; |z| < L, ~3 to ~4.\n');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('&lt;b onclick=&quot;x()&quot;&gt;');
    expect(html).toContain('|z| &lt; L, ~3 to ~4.');
  });

  it('tells two sections of one name apart, and keeps their words in other alphabets', () => {
    const html = page('# T\n\n## Flux Φ\n\n## Flux Φ\n');
    expect(idsOf(html)).toEqual(['t', 'flux-φ', 'flux-φ-2']);
  });

  it('calls another document by its name, with the place in it', () => {
    expect(page('# T\n\nSee [MODEL.md](MODEL.md#fit).')).toContain('<a href="./model.html#fit">Model</a>');
  });

  it.each(['README.md', '../secret.md', 'javascript:alert(1)', 'mailto:a@b.c'])(
    'is not built with a link to %s',
    (href) => {
      expect(() => page(`# T\n\n[x](${href})`)).toThrow(
        /NOTES\.md: the link to .* leads to no page; link to MODEL\.md/,
      );
    },
  );
});
