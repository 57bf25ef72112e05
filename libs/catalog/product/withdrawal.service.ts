import { Inject, Injectable } from '@nestjs/common';
import { IdentityService } from '#libs/identity';
import { CONFIG, Mail, type Config, type Tx } from '#libs/platform';
import { inLocale } from './title.js';
import { withdrawalLetter } from './withdrawal-letter.js';

/** Tells a maker that her piece has left the shop for a reason that is not her own. */
@Injectable()
export class WithdrawalService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly identity: IdentityService,
    private readonly mail: Mail,
  ) {}

  async tellMaker(tx: Tx, productId: string): Promise<void> {
    const [piece] = await tx.query<{ artisan_id: string; title_en: string | null; title_fr: string | null; title_ar: string | null }>(
      `select artisan_id, title_en, title_fr, title_ar from catalog.product where id = $1`,
      [productId],
    );
    if (!piece) return;
    for (const account of await this.identity.accountsOf({ artisanId: piece.artisan_id }, tx)) {
      const to = await this.identity.addressOf(account, tx);
      if (!to) continue;
      const title = inLocale({ en: piece.title_en, fr: piece.title_fr, ar: piece.title_ar }, to.locale)?.text ?? '';
      await this.mail.post(tx, { to: to.email, ...withdrawalLetter(to.locale, { title, page: `${this.config.publicUrl}/${to.locale}/workshop/pieces/${productId}` }) });
    }
  }
}
