import { Injectable } from '@nestjs/common';
import { moroccanDay, SYSTEM } from '#libs/kernel';
import { IdentityService } from '#libs/identity';
import { Database, Mail, type Tx } from '#libs/platform';
import type { Standing } from './artisan.js';
import { NOTICE_DAYS, noticeLetter } from './notice.letters.js';
import { REGIONS } from './places.js';
import { standingLetter, type Cause } from './standing.letters.js';

const BATCH = 200;

/** Tells artisans in good time that their registration ends: once per end, to every account that stands for them. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly db: Database,
    private readonly identity: IdentityService,
    private readonly mail: Mail,
  ) {}

  async announceEnds(now: Date): Promise<void> {
    const today = moroccanDay(now);
    const last = moroccanDay(new Date(now.getTime() + NOTICE_DAYS * 86_400_000));
    for (let batch = BATCH; batch === BATCH; ) {
      const ending = await this.db.read<{ id: string; validUntil: string }>(
        `select a.id, a.valid_until as "validUntil" from registry.artisan a
         where a.standing = 'registered' and a.valid_until between $1 and $2
           and not exists (select from registry.end_notice n where n.artisan_id = a.id and n.valid_until = a.valid_until)
         order by a.valid_until, a.id limit ${BATCH}`,
        [today, last],
      );
      for (const { id, validUntil } of ending) await this.announce(id, validUntil);
      batch = ending.length;
    }
  }

  private async announce(artisanId: string, validUntil: string): Promise<void> {
    const accounts = await this.identity.accountsOf({ artisanId });
    const people = await Promise.all(accounts.map((accountId) => this.identity.addressOf(accountId)));
    await this.db.write(SYSTEM, async (tx) => {
      const fresh = await tx.query('insert into registry.end_notice (artisan_id, valid_until, at) values ($1,$2,$3) on conflict do nothing returning artisan_id', [artisanId, validUntil, tx.now]);
      if (fresh.length === 0) return;
      for (const person of people) if (person) await this.mail.post(tx, { to: person.email, ...noticeLetter(person.locale, validUntil) });
    });
  }

  /** The holder of an entry is told that her standing moved: why, whom to ask and what she can do. */
  async tellStanding(tx: Tx, artisanId: string, standing: Standing): Promise<void> {
    const accounts = await this.identity.accountsOf({ artisanId }, tx);
    if (accounts.length === 0) return;
    const [change] = await tx.query<{ why: string; actorName: string; accountId: string | null; importId: string | null; validUntil: string | null; region: string }>(
      `select c.why, c.actor_name as "actorName", c.account_id as "accountId", c.import_id as "importId", a.valid_until as "validUntil", a.region_code as region
       from registry.standing_change c join registry.artisan a on a.id = c.artisan_id where c.artisan_id = $1 and c.standing_to = $2 order by c.id desc limit 1`,
      [artisanId, standing],
    );
    if (!change) return;
    const cause: Cause = change.importId !== null ? { by: 'extract' } : change.accountId !== null ? { by: 'officer', name: change.actorName, why: change.why } : { by: 'end', day: change.validUntil };
    const region = REGIONS.find(({ code }) => code === change.region);
    for (const accountId of accounts) {
      const person = await this.identity.addressOf(accountId, tx);
      if (person) await this.mail.post(tx, { to: person.email, ...standingLetter(person.locale, standing, cause, region?.[person.locale] ?? change.region) });
    }
  }
}
