import { Inject, Injectable } from '@nestjs/common';
import { DomainError, newId, SYSTEM } from '#libs/kernel';
import { CONFIG, Database, errand, OnErrand, type Config, type Tx } from '#libs/platform';
import { SandboxTexts, TextGateway, TwilioTexts } from './texts.gateway.js';

/** Only the row's id travels through the queue: numbers and codes stay in the table. */
const sendText = errand<{ textId: string }>('identity.send-text', { attempts: 6, backoffMs: 2000 });

export function textGateway(config: Config): TextGateway {
  return config.SMS_URL ? new TwilioTexts({ url: config.SMS_URL }) : new SandboxTexts();
}

/** Texts leave after the commit that decided them, as letters do. */
@Injectable()
export class Texts {
  constructor(
    private readonly db: Database,
    private readonly gateway: TextGateway,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Whether anybody would read a text: without a carrier only the demo world does, in its mailbox. */
  get carried(): boolean {
    return this.config.DEMO || !(this.gateway instanceof SandboxTexts);
  }

  async post(tx: Tx, to: string, body: string): Promise<void> {
    const id = newId();
    await tx.query('insert into identity.text_message (id, at, recipient, body) values ($1,$2,$3,$4)', [id, tx.now, to, body]);
    await tx.send(sendText, { textId: id });
  }

  @OnErrand(sendText)
  async send({ textId }: { textId: string }): Promise<void> {
    const [row] = await this.db.read<{ recipient: string; body: string | null; endedAt: Date | null }>('select recipient, body, ended_at as "endedAt" from identity.text_message where id = $1', [textId]);
    if (!row || row.body === null || row.endedAt) return;
    const taken = await this.gateway.carry(row.recipient, row.body).then(
      () => true,
      (error: unknown) => {
        if (error instanceof DomainError) return false;
        throw error;
      },
    );
    // Once the carrier has it, a code has nothing more to do here; the demo world reads its own texts.
    await this.db.write(SYSTEM, (tx) => tx.query('update identity.text_message set ended_at = $2, taken = $3, body = case when $4 then body end where id = $1', [textId, tx.now, taken, this.config.DEMO]));
  }
}
