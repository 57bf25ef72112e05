import { askGently, type Asked } from '../../ask.server.js';
import { visitorIn } from '../../visitor-context.js';
import { shellQuery } from '../shell/queries.js';

/** A basket or a question needs an owner: a visitor without a session becomes a guest, who has one but no address. */
export async function becomeGuest(asked: Asked): Promise<void> {
  const shell = await askGently(asked, shellQuery, {});
  if (shell?.me === null) await visitorIn(asked.context).auth('/auth/sign-in/anonymous');
}
