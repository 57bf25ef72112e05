import type { Loading } from './loading.js';

/** The code of the newest letter to somebody, read as she would read it: six digits that stand alone, not those of a paper's number. */
export async function codeInLetter(loading: Loading, recipient: string, saying: string): Promise<string> {
  const [letter] = await loading.db.read<{ body: string }>(`select body from platform.mail where recipient = $1 and strpos(body, $2) > 0 and body ~ '(^|[^-0-9])[0-9]{6}([^0-9]|$)' order by at desc, id desc limit 1`, [recipient, saying]);
  const code = /(?<![-\d])\d{6}(?!\d)/.exec(letter?.body ?? '')?.[0];
  if (code === undefined) throw new Error(`no letter to ${recipient} holds a code`);
  return code;
}
