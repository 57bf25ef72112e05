import { randomUUID } from 'node:crypto';
import type { Asked, FieldProblem } from '../../ask.server.js';
import { langOf } from '../../i18n/languages.js';
import { messagesIn } from '../../i18n/messages.js';
import { visitorIn } from '../../visitor-context.js';

export function photographIn(form: FormData): File | null {
  const file = form.get('photograph');
  return file instanceof File && file.size > 0 ? file : null;
}

/** Hands the picture to the upload route, which looks at its content; answers what it refused. The same id again is the same picture. */
export async function sendPhotograph(asked: Asked, productId: string, file: File, id: string = randomUUID()): Promise<{ done: true } | { problems: FieldProblem[] }> {
  const envelope = new FormData();
  envelope.set('photograph', file);
  const packed = new Response(envelope);
  const path = `/uploads/photographs?productId=${productId}&id=${id}`;
  const type = packed.headers.get('content-type') ?? 'multipart/form-data';
  const { status, body } = await visitorIn(asked.context).upload(path, new Uint8Array(await packed.arrayBuffer()), type);
  return status < 400 ? { done: true } : { problems: [refusalOf(asked, body)] };
}

function refusalOf(asked: Asked, body: unknown): FieldProblem {
  const said = typeof body === 'object' && body !== null ? (body as { message?: unknown; code?: unknown; error?: { message?: unknown; code?: unknown } }) : {};
  const { message = said.error?.message, code = said.error?.code } = said;
  const spoken = typeof message === 'string' ? message : messagesIn(langOf(asked.params)).text('photograph.failed');
  return { field: 'photograph', code: String(code ?? 'UPLOAD'), message: spoken };
}
