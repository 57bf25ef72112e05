import { Inject, Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { lineOfText, newId, SYSTEM } from '#libs/kernel';
import { CONFIG, type Config } from '../config/config.js';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import { errand } from '../queues/errand.js';
import { OnErrand } from '../queues/handler.js';

export interface Letter {
  readonly to: string;
  readonly subject: string;
  /** Plain text: it must read well on any phone and in any language. */
  readonly body: string;
}

/** Only the row's id travels through the queue: addresses and words stay in the table. */
const sendMail = errand<{ mailId: string }>('platform.send-mail', { attempts: 10, backoffMs: 2000 });

/** Letters leave after the commit that decided them: by SMTP when there is one, else into the local mailbox. */
@Injectable()
export class Mail {
  private readonly smtp?: Transporter;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly db: Database,
  ) {
    if (config.SMTP_URL) this.smtp = createTransport(config.SMTP_URL, { connectionTimeout: 5000, socketTimeout: 10_000 } as never);
  }

  async post(tx: Tx, letter: Letter): Promise<void> {
    const id = newId();
    // A line break in a header is how letters are forged.
    await tx.query(`insert into platform.mail (id, at, recipient, subject, body) values ($1,$2,$3,$4,$5)`, [id, tx.now, lineOfText(letter.to, 320), lineOfText(letter.subject, 200), letter.body]);
    await tx.send(sendMail, { mailId: id });
  }

  @OnErrand(sendMail)
  async send({ mailId }: { mailId: string }): Promise<void> {
    const [row] = await this.db.read<{ recipient: string; subject: string; body: string; sent_at: Date | null }>(`select recipient, subject, body, sent_at from platform.mail where id = $1`, [mailId]);
    if (!row || row.sent_at) return;
    if (this.smtp) await this.smtp.sendMail({ from: this.config.MAIL_FROM, to: row.recipient, subject: row.subject, text: row.body, messageId: `<${mailId}@dar-sanaa>` });
    // What left with a server is forgotten here: letters carry codes and keys. The local mailbox keeps them to be read.
    const kept = this.smtp ? '' : row.body;
    await this.db.write(SYSTEM, (tx) => tx.query(`update platform.mail set sent_at = $2, body = $3 where id = $1`, [mailId, tx.now, kept]));
  }
}
