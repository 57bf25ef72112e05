import type { Asked } from '../../ask.server.js';
import { saveNewPiece } from '../../features/workshop/new-piece.server.js';

/** Where a phone sends the pieces it kept: the answer says, in so many words, that one arrived. */
export async function action(asked: Asked): Promise<Response> {
  const saved = await saveNewPiece(asked, await asked.request.formData());
  return Response.json(saved, { status: 'problems' in saved ? 422 : 200 });
}
