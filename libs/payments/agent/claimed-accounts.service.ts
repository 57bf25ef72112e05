import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, type Tx } from '#libs/platform';
import { BankDetails, type BankKeeper } from '#libs/registry';
import { PayoutAccountsService } from '../payouts/payout-accounts.service.js';
import { masked, readRib } from '../payouts/rib.js';
import { RibCipher } from '../payouts/rib.cipher.js';

/** The bank line of the checklist: checked when it is typed, sealed while the claim waits, adopted with it. */
@Injectable()
export class ClaimedAccountsService implements BankKeeper {
  private readonly cipher: RibCipher;

  constructor(
    private readonly accounts: PayoutAccountsService,
    bank: BankDetails,
    @Inject(CONFIG) config: Config,
  ) {
    this.cipher = new RibCipher(config.SECRET);
    bank.keptBy(this);
  }

  async keep(tx: Tx, claimId: string, typed: string, field: string): Promise<string> {
    const { digits } = readRib(typed, field);
    await tx.query('insert into payments.claimed_account (claim_id, rib_sealed, at) values ($1,$2,$3) on conflict (claim_id) do update set rib_sealed = excluded.rib_sealed, at = excluded.at', [
      claimId, this.cipher.seal(digits, `claim:${claimId}`), tx.now,
    ]);
    return masked(digits);
  }

  async adopt(tx: Tx, claim: { readonly id: string; readonly artisanId: string; readonly accountId: string }): Promise<void> {
    const [kept] = await tx.query<{ sealed: Buffer }>('select rib_sealed as sealed from payments.claimed_account where claim_id = $1', [claim.id]);
    if (!kept) return;
    // The officer confirms who she is; the account is the one its holder gave.
    await this.accounts.saveIn(tx, { kind: 'artisan', id: claim.artisanId }, readRib(this.cipher.open(kept.sealed, `claim:${claim.id}`)), { savedBy: claim.accountId });
    await this.forget(tx, claim.id);
  }

  async setAside(tx: Tx, artisanId: string): Promise<void> {
    await this.accounts.setAside(tx, artisanId);
  }

  async forget(tx: Tx, claimId: string): Promise<void> {
    await tx.query('delete from payments.claimed_account where claim_id = $1', [claimId]);
  }
}
