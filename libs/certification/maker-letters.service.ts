import { Injectable } from '@nestjs/common';
import { IdentityService } from '#libs/identity';
import type { Locale } from '#libs/kernel';
import { Mail, type Tx } from '#libs/platform';

/** Writes to the accounts that stand for an artisan, each in its own language. Somebody without an account gets no letter. */
@Injectable()
export class MakerLetters {
  constructor(
    private readonly identity: IdentityService,
    private readonly mail: Mail,
  ) {}

  async tell(tx: Tx, artisanId: string, letter: (locale: Locale) => { subject: string; body: string }): Promise<void> {
    for (const accountId of await this.identity.accountsOf({ artisanId }, tx)) {
      const person = await this.identity.addressOf(accountId, tx);
      if (person) await this.mail.post(tx, { to: person.email, ...letter(person.locale) });
    }
  }
}
