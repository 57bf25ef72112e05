import type { z } from 'zod';
import { DomainError } from '#libs/kernel';
import { platformErrors } from '../platform.errors.js';
import { inputWords, type InputIssue } from './input-words.js';

/**
 * Parses an input or refuses it with INPUT_INVALID and the path of the first field at fault, said in en, fr and ar.
 * A DomainError thrown inside a refinement or transform passes through with the code and field it was made with.
 */
export function parse<T extends z.ZodType>(schema: T, value: unknown, root = 'input'): z.output<T> {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  const field = [root, ...issue.path].join('.');
  throw new DomainError('INPUT_INVALID', { ...platformErrors.definitions.INPUT_INVALID, ...inputWords(issue as InputIssue) }, {}, field);
}
