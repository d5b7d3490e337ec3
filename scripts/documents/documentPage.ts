/** A Markdown document of the project as a page of HTML that needs no script. */
import { Marked, type Token, type Tokens } from 'marked';

/** One document of the page. */
export interface DocumentFile {
  /** Where it stands in the project. */
  readonly source: string;
  /** Its address beside index.html. */
  readonly address: string;
  /** What the links to it are called. */
  readonly name: string;
}

export const DOCUMENTS: readonly DocumentFile[] = [
  { source: 'MODEL.md', address: 'model.html', name: 'Model' },
  { source: 'PARAMETERS.md', address: 'parameters.html', name: 'Parameters' },
  { source: 'NOTES.md', address: 'notes.html', name: 'Notes' },
];

export interface DocumentAssets {
  readonly stylesheet: string;
  readonly icon: string;
}

interface Heading {
  readonly depth: number;
  readonly id: string;
  readonly text: string;
}

/** Text as it stands in HTML, also between quotation marks. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function plainText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => ('tokens' in token && token.tokens ? plainText(token.tokens) : 'text' in token ? token.text : ''))
    .join('');
}

/** `Units and constants` as `units-and-constants`; the second of two alike ends in `-2`. */
function anchorFor(text: string, taken: ReadonlySet<string>): string {
  const base =
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'section';
  let anchor = base;
  for (let count = 2; taken.has(anchor); count++) anchor = `${base}-${count}`;
  return anchor;
}

/** The address of a link of a document: another document of the page, a place in this one, or elsewhere on the web. */
function addressOf(href: string, from: DocumentFile): string {
  if (/^(https?:|#)/.test(href)) return href;
  const [path = '', anchor] = href.replace(/^\.\//, '').split('#');
  const target = DOCUMENTS.find(({ source }) => source === path);
  if (!target) {
    const known = DOCUMENTS.map(({ source }) => source).join(', ');
    throw new Error(`${from.source}: the link to "${href}" leads to no page; link to ${known} or to an https address`);
  }
  return `./${target.address}${anchor === undefined ? '' : `#${anchor}`}`;
}

function bodyOf(
  markdown: string,
  file: DocumentFile,
): { readonly html: string; readonly headings: readonly Heading[] } {
  const headings: Heading[] = [];
  const anchors = new Set<string>();
  const marked = new Marked({
    renderer: {
      // Markdown may hold HTML; here it is text like any other, so that no document can bring a script.
      html: ({ text }) => escaped(text),
      // A tilde stands for "about" in these texts.
      del: ({ raw }) => escaped(raw),
      image: ({ raw }) => escaped(raw),
      heading({ tokens, depth }: Tokens.Heading) {
        const html = this.parser.parseInline(tokens);
        const text = escaped(plainText(tokens));
        const id = anchorFor(plainText(tokens), anchors);
        anchors.add(id);
        headings.push({ depth, id, text });
        if (depth === 1) return `<h1 id="${id}">${html}</h1>\n`;
        const anchor = `<a class="anchor" href="#${id}" aria-label="Link to ${text}">#</a>`;
        return `<h${depth} id="${id}">${html} ${anchor}</h${depth}>\n`;
      },
      link({ href, tokens }: Tokens.Link) {
        // Its name as a file says nothing to a reader of the page.
        const named = DOCUMENTS.find(({ source }) => source === plainText(tokens));
        const text = named ? named.name : this.parser.parseInline(tokens);
        return `<a href="${escaped(addressOf(href, file))}">${text}</a>`;
      },
      code: ({ text }: Tokens.Code) =>
        `<pre tabindex="0" role="group" aria-label="Formula or listing"><code>${escaped(text)}</code></pre>\n`,
      table(token: Tokens.Table) {
        const cells = (row: readonly Tokens.TableCell[], tag: 'th scope="col"' | 'td') =>
          `<tr>${row.map(({ tokens }) => `<${tag}>${this.parser.parseInline(tokens)}</${tag.slice(0, 2)}>`).join('')}</tr>\n`;
        const rows = token.rows.map((row) => cells(row, 'td')).join('');
        const section = headings.at(-1)?.text ?? escaped(file.name);
        return (
          `<div class="table" tabindex="0" role="region" aria-label="Table: ${section}">` +
          `<table>\n<thead>${cells(token.header, 'th scope="col"')}</thead>\n<tbody>${rows}</tbody>\n</table></div>\n`
        );
      },
    },
  });
  const html = marked.parse(markdown, { async: false });
  return { html, headings };
}

/** The list of the second level of headings; nothing where there is one or none. */
function contentsOf(headings: readonly Heading[]): string {
  const sections = headings.filter(({ depth }) => depth === 2);
  if (sections.length < 2) return '';
  const items = sections.map(({ id, text }) => `<li><a href="#${id}">${text}</a></li>`).join('\n');
  return `<nav class="contents" aria-label="Contents">\n<ol>\n${items}\n</ol>\n</nav>\n`;
}

/**
 * The page of one document.
 *
 * @param assets addresses of what it is drawn with, relative to the page
 * @throws when a link leads to a file that is no page
 */
export function documentPage(file: DocumentFile, markdown: string, assets: DocumentAssets): string {
  const { html, headings } = bodyOf(markdown, file);
  const others = DOCUMENTS.map(({ address, name }) =>
    address === file.address
      ? `<a href="./${address}" aria-current="page">${name}</a>`
      : `<a href="./${address}">${name}</a>`,
  );
  const title = headings.find(({ depth }) => depth === 1)?.text ?? escaped(file.name);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<title>${title} – Geminga Lab</title>
<link rel="icon" type="image/svg+xml" href="${escaped(assets.icon)}" />
<link rel="stylesheet" href="${escaped(assets.stylesheet)}" />
</head>
<body>
<header>
<a class="home" href="./index.html">Geminga Lab</a>
<nav aria-label="Documents">${others.join(' ')}</nav>
</header>
<div class="sheet">
${contentsOf(headings)}<main>
${html}</main>
</div>
</body>
</html>
`;
}
