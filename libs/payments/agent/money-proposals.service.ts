import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { isId, type Actor } from '#libs/kernel';
import { CONFIG, Database, parse, type Config, type Tx } from '#libs/platform';
import { ConsentsService, mandatesErrors, MandatesService, type Consent } from '#libs/registry';
import { paymentsErrors } from '../payments.errors.js';
import { PayoutAccountsService } from '../payouts/payout-accounts.service.js';
import { PayoutsService } from '../payouts/payouts.service.js';
import { masked, readRib } from '../payouts/rib.js';
import { RibCipher } from '../payouts/rib.cipher.js';
import { bankWords, payoutWords } from './money-words.js';

const uuid = z.string().refine(isId, 'a UUID');
const bank = z.object({ id: uuid, artisanId: uuid, rib: z.string().max(200) });
const payout = z.object({ id: uuid, artisanId: uuid });

/** New bank details and payouts that an agent proposes; the artisan says yes by a code, and in that moment they are done. */
@Injectable()
export class MoneyProposalsService {
  private readonly cipher: RibCipher;

  constructor(
    private readonly db: Database,
    private readonly mandates: MandatesService,
    private readonly consents: ConsentsService,
    private readonly accounts: PayoutAccountsService,
    private readonly payouts: PayoutsService,
    @Inject(CONFIG) config: Config,
  ) {
    this.cipher = new RibCipher(config.SECRET);
    consents.carriedOutBy('bank', (tx, consent) => this.changeAccount(tx, consent), (tx, consent) => forget(tx, consent));
    consents.carriedOutBy('payout', (tx, consent) => this.payOut(tx, consent));
  }

  async proposeAccount(agent: Actor, input: z.input<typeof bank>): Promise<Consent> {
    const { id, artisanId, rib: typed } = parse(bank, input);
    const rib = readRib(typed, 'input.rib');
    return this.db.write(agent, async (tx) => {
      const consent = await this.consents.ask(tx, { id, artisanId, act: 'bank', subjectId: artisanId, words: bankWords(rib.digits), terms: { account: masked(rib.digits) } });
      if (consent.state === 'waiting') {
        await tx.query('insert into payments.proposed_account (consent_id, artisan_id, rib_sealed, at) values ($1,$2,$3,$4) on conflict do nothing', [id, artisanId, this.cipher.seal(rib.digits, `proposed:${id}`), tx.now]);
      }
      return consent;
    });
  }

  /** What is released and can be paid today, as one transfer to the account in use. */
  async proposePayout(agent: Actor, input: z.input<typeof payout>): Promise<Consent> {
    const { id, artisanId } = parse(payout, input);
    return this.db.write(agent, async (tx) => {
      // Asked first: what somebody is owed is said to nobody without a mandate.
      if ((await this.mandates.allowing(tx, artisanId, 'payout')) === null) throw mandatesErrors.MANDATE_NOT_FOUND({}, 'input.artisanId');
      const { amountMinor, account } = await this.payouts.dueTo(tx, artisanId);
      return this.consents.ask(tx, { id, artisanId, act: 'payout', subjectId: artisanId, words: payoutWords(amountMinor, account), terms: { amountMinor, account } });
    });
  }

  /** New details wait their 72 hours whoever proposed them, and she is warned of them by letter as of any others. */
  private async changeAccount(tx: Tx, { id, artisanId, agentName, mandateId }: Consent): Promise<void> {
    const [proposed] = await tx.query<{ sealed: Buffer }>('select rib_sealed as sealed from payments.proposed_account where consent_id = $1', [id]);
    if (!proposed) throw paymentsErrors.PAYOUT_HOLDER_UNKNOWN();
    await this.accounts.saveIn(tx, { kind: 'artisan', id: artisanId }, readRib(this.cipher.open(proposed.sealed, `proposed:${id}`)), { agentName, mandateId, consentId: id });
    await forget(tx, { id });
  }

  /** She said yes to one amount, to one account: if either is another by now, nothing is sent. */
  private async payOut(tx: Tx, { id, artisanId, terms, agentName, mandateId }: Consent): Promise<void> {
    const due = await this.payouts.dueTo(tx, artisanId);
    if (due.amountMinor !== terms['amountMinor'] || due.account !== terms['account']) throw paymentsErrors.PAYOUT_AMOUNT_MOVED();
    await this.payouts.createIn(tx, id, { payee: { kind: 'artisan', id: artisanId }, agentName, mandateId });
  }
}

async function forget(tx: Tx, { id }: Pick<Consent, 'id'>): Promise<void> {
  await tx.query('delete from payments.proposed_account where consent_id = $1', [id]);
}
