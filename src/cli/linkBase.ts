/** --link-base: where the links in the files lead. */
import type { LinkPlace } from '../export/link.ts';
import { InputError, quoteValue } from '../model/inputError.ts';
import type { Arguments, OptionDeclaration } from './command.ts';

export const LINK_BASE_OPTION: OptionDeclaration = {
  value: 'URL',
  about:
    'address of a copy of the page: every file then holds the whole link that opens it there, not only its end #s=…',
};

/**
 * Where the links of a command's files lead.
 *
 * @param presetId preset that its scenario follows or changes
 * @throws {InputError} when the address is none, or has a fragment of its own
 */
export function linkPlace(args: Arguments, presetId: string | null): LinkPlace {
  const given = args.option('link-base');
  if (given === undefined) return { presetId };
  const address = URL.canParse(given) ? new URL(given) : null;
  if (address === null || !/^(https?|file):$/.test(address.protocol) || address.hash !== '' || given.includes('#'))
    throw new InputError(
      '--link-base',
      `--link-base is ${quoteValue(given)}, but must be the address of a page, https://example.org/geminga/ for instance, without #; change it.`,
    );
  return { page: address.href, presetId };
}
