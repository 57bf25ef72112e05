import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { IdentityService } from '#libs/identity';
import { freeText, isId, type Actor } from '#libs/kernel';
import { Database, Mail, parse, type Tx } from '#libs/platform';
import { oversees } from '../chamber.js';
import { MandateNewsService } from '../mandates/mandate-news.service.js';
import { mandateLifecycle, type Mandate } from '../mandates/mandate.js';
import { MANDATE } from '../mandates/mandates.service.js';
import { REGIONS } from '../places.js';
import { BankDetails } from './bank-details.port.js';
import { claimLifecycle } from './claim.js';
import { undoneLetter } from './claim.letters.js';
import { claimsErrors } from './claims.errors.js';
import { CLAIM, claimMoved, moveClaim, noteStep, type Claim } from './claims.service.js';

const undoing = z.object({ claimId: z.string().refine(isId, 'a UUID'), reason: z.string().transform((text) => freeText(text, 1000, 'input.reason')) });
export type ClaimUndoing = z.input<typeof undoing>;

/**
 * An approval given to somebody who is not the artisan is undone (`docs/adr/0016-wrong-approval-undone.md`). In one transaction the
 * account loses the entry, its bank details are set aside, its mandates end and nobody may sell under the entry; the rooms above hear
 * of it and take down what they show. The entry then waits for the next request that is approved.
 */
@Injectable()
export class UndoneClaimsService {
  constructor(
    private readonly db: Database,
    private readonly identity: IdentityService,
    private readonly bank: BankDetails,
    private readonly news: MandateNewsService,
    private readonly mail: Mail,
  ) {}

  async undo(actor: Actor, input: ClaimUndoing): Promise<Claim> {
    const { claimId, reason } = parse(undoing, input);
    return this.db.write(actor, async (tx) => {
      const [claim] = await tx.query<Claim>(`select ${CLAIM} from registry.claim where id = $1 for update`, [claimId]);
      // The entry's own region decides, wherever it has moved since.
      const [entry] = claim ? await tx.query<{ region: string }>('select region_code as region from registry.artisan where id = $1 for update', [claim.artisanId]) : [];
      if (!claim || !entry || !oversees(actor, entry.region)) throw claimsErrors.CLAIM_NOT_FOUND({}, 'input.claimId');
      if (claim.accountId === actor.accountId) throw claimsErrors.CLAIM_OWN();
      if (claim.state === 'undone' && claim.decisionReason === reason && (await undoneBy(tx, claimId)) === actor.accountId) return claim;
      if (!claimLifecycle.can(claim.state, 'undo')) throw claimMoved(claim.state);
      return this.takeBack(tx, claim, reason, entry.region);
    });
  }

  private async takeBack(tx: Tx, claim: Claim, reason: string, region: string): Promise<Claim> {
    const { artisanId, accountId } = claim;
    await tx.query('update registry.artisan set taken_back_at = $2 where id = $1', [artisanId, tx.now]);
    await this.identity.revoke(tx, accountId, { role: 'artisan', artisanId });
    await this.bank.setAside(tx, artisanId);
    await this.endMandates(tx, artisanId);
    const undone = await moveClaim(tx, claim, 'undo', reason);
    await noteStep(tx, claim.id, 'undo', reason);
    await tx.publish('EntryTakenBack', { artisanId, claimId: claim.id, accountId });
    const person = await this.identity.addressOf(accountId, tx);
    if (person) await this.mail.post(tx, { to: person.email, ...undoneLetter(person.locale, { reason, region: REGIONS.find(({ code }) => code === region)?.[person.locale] ?? region }) });
    return undone;
  }

  /** Whoever gave them was not the artisan. Their agents are told, and may ask her anew. What they proposed can no longer be said yes to, and expires. */
  private async endMandates(tx: Tx, artisanId: string): Promise<void> {
    const given = await tx.query<Mandate & { agentAccountId: string | null }>(`select ${MANDATE}, agent_account_id as "agentAccountId" from registry.mandate where artisan_id = $1 and state in ('proposed', 'live') order by id for update`, [artisanId]);
    for (const mandate of given) {
      await tx.query('update registry.mandate set state = $2 where id = $1', [mandate.id, mandateLifecycle.next(mandate.state, 'expire')]);
      await tx.audit({ action: 'mandate.expire', subject: { type: 'mandate', id: mandate.id }, detail: { artisanId, agent: `${mandate.agentKind}:${mandate.agentId}`, acts: mandate.acts } });
      await this.news.tell(tx, mandate, 'expire');
    }
  }
}

async function undoneBy(tx: Tx, claimId: string): Promise<string | null> {
  const [step] = await tx.query<{ accountId: string | null }>(`select account_id as "accountId" from registry.claim_step where claim_id = $1 and verb = 'undo' order by id desc limit 1`, [claimId]);
  return step?.accountId ?? null;
}
