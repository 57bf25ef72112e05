import type { Asked, FieldProblem } from './ask.server.js';
import { langOf } from './i18n/languages.js';
import { messagesIn } from './i18n/messages.js';

/** What is said beside the boxes that hold no figure. */
export function unreadProblems({ params }: Asked, boxes: readonly string[]): FieldProblem[] {
  const message = messagesIn(langOf(params)).text('figure.unread');
  return boxes.map((field) => ({ field, code: 'INPUT_INVALID', message }));
}
