import { randomUUID } from 'node:crypto';
import type { Asked, FieldProblem } from '../../ask.server.js';
import { sendFile } from '../../upload.server.js';

/** The same id again is the same picture. */
export function sendPhotograph(asked: Asked, productId: string, file: File, id: string = randomUUID()): Promise<{ done: true } | { problems: FieldProblem[] }> {
  return sendFile(asked, `/uploads/photographs?productId=${productId}&id=${id}`, 'photograph', file);
}
