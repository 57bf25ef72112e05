import { askGently, type Asked, type FieldProblem } from '../../ask.server.js';
import { langOf } from '../../i18n/languages.js';
import { messagesIn } from '../../i18n/messages.js';
import { pieceQuery } from './queries.js';
import { slugIn } from './typed.js';

interface PieceAt {
  id: string;
  makerId: string;
}

/** The piece that an address shows, or what to say of the box it was typed in. */
export async function pieceAt(asked: Asked, address: string, field: string): Promise<PieceAt | { problems: FieldProblem[] }> {
  const slug = slugIn(address);
  const found = slug === '' ? null : await askGently(asked, pieceQuery, { slug });
  return found?.product ?? { problems: [{ message: messagesIn(langOf(asked.params)).text('cluster.noPiece'), code: 'PIECE_ADDRESS', field }] };
}
