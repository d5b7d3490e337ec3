/** Text in ASCII, for readers that break at exotic characters or take another encoding for granted. */

const hexadecimal = (code: number, digits: number) => code.toString(16).padStart(digits, '0');

/** JSON on one line in ASCII; characters that match `escaped` are written as \uXXXX too. */
export function asciiJson(document: unknown, escaped: RegExp = /[^\x20-\x7e]/g): string {
  return JSON.stringify(document).replace(escaped, (unit) => `\\u${hexadecimal(unit.charCodeAt(0), 4)}`);
}

/** A string in double quotes as YAML, and Python too, read it: pairs of surrogates become one \UXXXXXXXX. */
export function asciiString(text: string): string {
  return JSON.stringify(text).replace(/[\ud800-\udbff][\udc00-\udfff]|[^\x20-\x7e]/g, (letter) =>
    letter.length === 2
      ? `\\U${hexadecimal(letter.codePointAt(0) as number, 8)}`
      : `\\u${hexadecimal(letter.charCodeAt(0), 4)}`,
  );
}

/** A name as programs take it for a column: ASCII, without commas, quotes and number signs. */
export function asciiName(text: string): string {
  const name = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(?:[^\x21-\x7e]|[",#\\])+/g, '_')
    .replace(/^_+|_+$/g, '');
  return name === '' ? 'unnamed' : name;
}

/** One comment must stay one line, whatever a name or a reference holds. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
