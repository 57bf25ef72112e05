import { attempt, type Asked, type FieldProblem } from '../../ask.server.js';
import { langOf } from '../../i18n/languages.js';
import { pieceBox } from './piece-form.js';
import { savePieceMutation } from './piece-queries.js';
import { fileIn } from '../../upload.server.js';
import { sendPhotograph } from './photograph.server.js';

/** A picture, a name, a price. The piece has its id before it is sent, and gives it to its first picture: sending twice makes one of each. */
export async function saveNewPiece(asked: Asked, form: FormData): Promise<{ id: string } | { problems: FieldProblem[] }> {
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const input = { id: text('id'), title: { [langOf(asked.params)]: text('title') }, price: text('price') };
  const saved = await attempt(asked, savePieceMutation, { input }, (field) => (field.startsWith('title') ? 'title' : pieceBox(field)));
  if ('problems' in saved) return saved;
  const { id } = saved.done.saveProduct;
  const photograph = fileIn(form, 'photograph');
  const sent = photograph === null ? { done: true } : await sendPhotograph(asked, id, photograph, id);
  return 'problems' in sent ? sent : { id };
}
