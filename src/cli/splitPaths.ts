/** The paths of `--free PATH,...`; commas inside brackets belong to a source's name. */
export function splitPaths(text: string): string[] {
  return (text.match(/(?:\[[^\]]*\]|[^,[])+/g) ?? []).map((path) => path.trim()).filter((path) => path !== '');
}
