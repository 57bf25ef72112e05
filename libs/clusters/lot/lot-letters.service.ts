import { Inject, Injectable } from '@nestjs/common';
import { IdentityService } from '#libs/identity';
import { moroccanDay, SYSTEM } from '#libs/kernel';
import { CONFIG, Database, errand, Mail, OnErrand, type Config, type Tx } from '#libs/platform';
import { offeredLetter } from './lot-letters.js';

const tellMember = errand<{ lotId: string }>('clusters.tell-member', { attempts: 6 });

/** A lot offered to a member is a letter to her; whom to write to is asked outside the transaction that offered it. */
@Injectable()
export class LotLettersService {
  constructor(
    private readonly db: Database,
    private readonly identity: IdentityService,
    private readonly mail: Mail,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async tellOffered(tx: Tx, lotId: string): Promise<void> {
    await tx.send(tellMember, { lotId }, { key: lotId });
  }

  @OnErrand(tellMember)
  async tell({ lotId }: { lotId: string }): Promise<void> {
    const [lot] = await this.db.read<{ artisanId: string; quantity: number; answerBy: Date; cluster: string; state: string }>(
      `select l.artisan_id "artisanId", l.quantity, l.answer_by "answerBy", c.name cluster, l.state
       from clusters.lot l join clusters.allotment a on a.order_id = l.order_id and a.line = l.line join clusters.cluster c on c.id = a.cluster_id where l.id = $1`,
      [lotId],
    );
    if (lot?.state !== 'offered') return;
    const people = await Promise.all((await this.identity.accountsOf({ artisanId: lot.artisanId })).map((accountId) => this.identity.addressOf(accountId)));
    await this.db.write(SYSTEM, (tx) =>
      tx.once(`clusters.tell-member:${lotId}`, { lotId }, async () => {
        for (const person of people) {
          if (person) await this.mail.post(tx, { to: person.email, ...offeredLetter({ ...lot, day: moroccanDay(lot.answerBy) }, person.locale, `${this.config.publicUrl}/${person.locale}/workshop`) });
        }
      }),
    );
  }
}
