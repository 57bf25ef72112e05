import { identityErrors } from '../identity.errors.js';

/** One short message to a telephone, by whoever carries it. */
export abstract class TextGateway {
  /** Resolves when the carrier took the message. A throw is tried again, unless the number itself is refused. */
  abstract carry(to: string, body: string): Promise<void>;
}

/** Without a carrier texts stay in their table, where the mailbox of the demo world shows them. */
export class SandboxTexts extends TextGateway {
  override async carry(): Promise<void> {
    await Promise.resolve();
  }
}

export interface TwilioSettings {
  /** `https://<account>:<token>@api.twilio.com?from=DarSanaa` */
  readonly url: string;
  readonly timeoutMs?: number;
}

/**
 * Twilio's Messages resource: `POST /2010-04-01/Accounts/<SID>/Messages.json`, Basic auth, a form with To, From and Body,
 * answered 201 (twilio.com/docs/messaging/api/message-resource, checked 2026-11-24). It takes no idempotency key: a run
 * that is cut off between the carrier's answer and our mark sends the same text twice, with the same code.
 */
export class TwilioTexts extends TextGateway {
  private readonly url: URL;

  constructor(private readonly settings: TwilioSettings) {
    super();
    this.url = new URL(settings.url);
  }

  override async carry(to: string, body: string): Promise<void> {
    const { username, password, origin, searchParams } = this.url;
    const answer = await fetch(`${origin}/2010-04-01/Accounts/${username}/Messages.json`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ To: to, From: searchParams.get('from') ?? 'DarSanaa', Body: body }),
      signal: AbortSignal.timeout(this.settings.timeoutMs ?? 10_000),
    });
    // The carrier's answer repeats the text, and with it the code: only its number is ever said.
    const said = (await answer.json().catch(() => ({}))) as { code?: number };
    if (answer.ok) return;
    if (said.code !== undefined && REFUSED_NUMBERS.has(said.code)) throw identityErrors.PHONE_NUMBER_WRONG();
    throw new Error(`the text was not taken: status ${answer.status}, code ${said.code ?? 'none'}`);
  }
}

/** Not a number, no mobile, not reachable, or its holder asked for silence: another try changes nothing. */
const REFUSED_NUMBERS = new Set([21211, 21610, 21612, 21614]);
