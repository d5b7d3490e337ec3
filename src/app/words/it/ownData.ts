/** Opening own data, in Italian. */
import type { OwnDataWords } from '../en/ownData.ts';

export const ownData: OwnDataWords = {};
