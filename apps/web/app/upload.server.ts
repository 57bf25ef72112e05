import type { Asked, FieldProblem } from './ask.server.js';
import { langOf } from './i18n/languages.js';
import { messagesIn } from './i18n/messages.js';
import { visitorIn } from './visitor-context.js';

/** The file of a form's box, or null when none was chosen. */
export function fileIn(form: FormData, box: string): File | null {
  const file = form.get(box);
  return file instanceof File && file.size > 0 ? file : null;
}

/** Hands a file to the upload route, which looks at its content; answers what it refused. */
export async function sendFile(asked: Asked, path: string, box: string, file: File): Promise<{ done: true } | { problems: FieldProblem[] }> {
  const envelope = new FormData();
  envelope.set(box, file);
  const packed = new Response(envelope);
  const type = packed.headers.get('content-type') ?? 'multipart/form-data';
  const { status, body } = await visitorIn(asked.context).upload(path, new Uint8Array(await packed.arrayBuffer()), type);
  return status < 400 ? { done: true } : { problems: [refusalOf(asked, box, body)] };
}

/** Over REST the house says `{ error: { code, message } }`, in the page's language. */
function refusalOf(asked: Asked, field: string, body: unknown): FieldProblem {
  const said = (body as { error?: { message?: string; code?: string } } | null)?.error;
  return { field, code: said?.code ?? 'UPLOAD', message: said?.message ?? messagesIn(langOf(asked.params)).text('upload.failed') };
}
