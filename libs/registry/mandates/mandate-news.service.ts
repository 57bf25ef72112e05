import { Injectable } from '@nestjs/common';
import { IdentityService } from '#libs/identity';
import { Mail, type Tx } from '#libs/platform';
import { displayName } from '../artisan.js';
import { RegistryService } from '../registry.service.js';
import type { Mandate } from './mandate.js';
import { newsForAgent, newsForArtisan, type MandateNews } from './mandate-news.letters.js';

/** Tells each side of a mandate what the other, or the calendar, did to it. Nobody is told what she did herself. */
@Injectable()
export class MandateNewsService {
  constructor(
    private readonly registry: RegistryService,
    private readonly identity: IdentityService,
    private readonly mail: Mail,
  ) {}

  async tell(tx: Tx, mandate: Mandate & { readonly agentAccountId: string | null }, news: MandateNews): Promise<void> {
    const hers = tx.actor.artisanId === mandate.artisanId;
    if (hers || news === 'expire' || news === 'unanswered') await this.tellAgent(tx, mandate, news);
    if (news === 'expire' || (news === 'revoke' && !hers)) await this.tellArtisan(tx, mandate, news);
  }

  private async tellAgent(tx: Tx, { agentAccountId, artisanId, validUntil }: Mandate & { readonly agentAccountId: string | null }, news: MandateNews): Promise<void> {
    const agent = agentAccountId === null ? null : await this.identity.addressOf(agentAccountId, tx);
    if (agent === null) return;
    const who = displayName(await this.registry.artisan(artisanId, tx), agent.locale);
    await this.mail.post(tx, { to: agent.email, ...newsForAgent(agent.locale, news, { who, until: validUntil }) });
  }

  private async tellArtisan(tx: Tx, { artisanId, proposedBy, validUntil }: Mandate, news: 'revoke' | 'expire'): Promise<void> {
    for (const accountId of await this.identity.accountsOf({ artisanId }, tx)) {
      const person = await this.identity.addressOf(accountId, tx);
      if (person) await this.mail.post(tx, { to: person.email, ...newsForArtisan(person.locale, news, { who: proposedBy, until: validUntil }) });
    }
  }
}
