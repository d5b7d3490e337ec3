import { InputError } from '../../model/inputError.ts';

/** An error whose sentence the page made itself, in the language that it speaks. */
export class PageInputError extends InputError {}
