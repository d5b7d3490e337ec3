/** Takes a citation apart: "Authors, Title, Journal Volume, Page (Year), note", the title and the note if there are any. */

/** The parts of a published work. */
export interface CitationParts {
  /** Surnames; `others` for et al. */
  readonly authors: readonly string[];
  readonly collaboration: string | null;
  readonly title: string | null;
  readonly journal: string | null;
  readonly volume: string | null;
  readonly pages: string | null;
  readonly eprint: string | null;
  readonly year: string;
  readonly note: string | null;
}

const ENDING = /^(.+?), (?:(\p{Lu}[^,]{0,40}?) (\d+), (\w+)|arXiv:(\d{4}\.\d{4,5})) \((\d{4})\)(?:, (.+))?$/u;
/** More words than this are no name. */
const LONGEST_NAME = 3;

/** Names come first; the title begins with the first part that is too long for one. */
function splitFront(front: string) {
  const parts = front.split(', ');
  const [, first, collaboration] = /^(.+?) et al\.(?: \((.+)\))?$/.exec(parts[0] as string) ?? [];
  if (first !== undefined) {
    return { authors: [first, 'others'], collaboration: collaboration ?? null, title: parts.slice(1).join(', ') };
  }
  const title = parts.findIndex((part) => part.split(' ').length > LONGEST_NAME);
  const names = title < 0 ? parts : parts.slice(0, title);
  const isCollaboration = names.length === 1 && names[0] === names[0]?.toUpperCase();
  return {
    authors: isCollaboration ? [] : names,
    collaboration: isCollaboration ? (names[0] as string) : null,
    title: title < 0 ? '' : parts.slice(title).join(', '),
  };
}

/** The parts of a citation, or null for one of another form. */
export function citationParts(text: string): CitationParts | null {
  const match = ENDING.exec(text);
  if (match === null) return null;
  const [, front = '', journal, volume, pages, eprint, year = '', note] = match;
  // One work inside the citation of another has no single list of authors.
  if (front.split(' et al.').length > 2) return null;
  const { authors, collaboration, title } = splitFront(front);
  if (authors.length === 0 && collaboration === null) return null;
  return {
    authors,
    collaboration,
    title: title === '' ? null : title,
    journal: journal ?? null,
    volume: volume ?? null,
    pages: pages ?? null,
    eprint: eprint ?? null,
    year,
    note: note ?? null,
  };
}
