import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform';

/** The room that seals bank details. They never stand in a claim: it knows their ends alone. */
export interface BankKeeper {
  /** Reads what was typed, keeps it sealed for this claim, and answers what may be shown: `011 … 4921`. */
  keep(tx: Tx, claimId: string, typed: string, field: string): Promise<string>;
  /** The claim was approved: they are the artisan's own from now on. */
  adopt(tx: Tx, claim: { readonly id: string; readonly artisanId: string; readonly accountId: string }): Promise<void>;
  /** The claim ended otherwise, or they were taken back. */
  forget(tx: Tx, claimId: string): Promise<void>;
  /** Who gave them was not the artisan: nothing is paid to them any more, nor to anybody until she gives her own. */
  setAside(tx: Tx, artisanId: string): Promise<void>;
}

/** Payments stands above this room, so it comes here by itself when the house is put together. */
@Injectable()
export class BankDetails {
  private keeper: BankKeeper | null = null;

  keptBy(keeper: BankKeeper): void {
    this.keeper = keeper;
  }

  get kept(): BankKeeper {
    if (!this.keeper) throw new Error('no room keeps bank details');
    return this.keeper;
  }

  async forget(tx: Tx, claimId: string): Promise<void> {
    await this.keeper?.forget(tx, claimId);
  }

  async setAside(tx: Tx, artisanId: string): Promise<void> {
    await this.keeper?.setAside(tx, artisanId);
  }

  async adopt(tx: Tx, claim: Parameters<BankKeeper['adopt']>[1]): Promise<void> {
    await this.keeper?.adopt(tx, claim);
  }
}
