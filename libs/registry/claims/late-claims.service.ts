import { Injectable } from '@nestjs/common';
import { IdentityService } from '#libs/identity';
import { oneByOne, SYSTEM, type Locale } from '#libs/kernel';
import { Database, Mail } from '#libs/platform';
import { displayName, type Artisan } from '../artisan.js';
import { REGIONS } from '../places.js';
import { lateForApplicant, lateForChamber } from './late-claim.letters.js';

const BATCH = 200;

interface LateClaim {
  readonly id: string;
  readonly accountId: string;
  readonly regionCode: string;
  readonly dueAt: Date;
  readonly nameLatin: Artisan['nameLatin'];
  readonly nameArabic: Artisan['nameArabic'];
}

/** A request whose deadline has passed stays in the queue: its chamber is told, and the person who waits for it, once for each deadline. */
@Injectable()
export class LateClaimsService {
  constructor(
    private readonly db: Database,
    private readonly identity: IdentityService,
    private readonly mail: Mail,
  ) {}

  async tell(now: Date): Promise<void> {
    for (let batch = BATCH; batch === BATCH; ) {
      const late = await this.db.read<{ id: string }>(`select id from registry.claim where state = 'submitted' and late_told_at is null and due_at < $1 order by due_at, id limit ${BATCH}`, [now]);
      await oneByOne(late, ({ id }) => this.tellOf(id, now));
      batch = late.length;
    }
  }

  private tellOf(id: string, now: Date): Promise<void> {
    return this.db.write(SYSTEM, async (tx) => {
      const [claim] = await tx.query<LateClaim>(
        `update registry.claim c set late_told_at = $2 from registry.artisan a
         where c.id = $1 and a.id = c.artisan_id and c.state = 'submitted' and c.late_told_at is null and c.due_at < $2
         returning c.id, c.account_id as "accountId", c.region_code as "regionCode", c.due_at as "dueAt", a.name_latin as "nameLatin", a.name_arabic as "nameArabic"`,
        [id, now],
      );
      if (!claim) return;
      const region = REGIONS.find(({ code }) => code === claim.regionCode);
      const letter = (write: typeof lateForChamber, locale: Locale) => write(locale, { name: displayName(claim, locale), due: claim.dueAt, region: region?.[locale] ?? claim.regionCode });
      for (const officer of await this.identity.accountsOf({ organisation: { kind: 'chamber', organisationId: claim.regionCode } }, tx)) {
        const person = await this.identity.addressOf(officer, tx);
        if (person) await this.mail.post(tx, { to: person.email, ...letter(lateForChamber, person.locale) });
      }
      const applicant = await this.identity.addressOf(claim.accountId, tx);
      if (applicant) await this.mail.post(tx, { to: applicant.email, ...letter(lateForApplicant, applicant.locale) });
    });
  }
}
