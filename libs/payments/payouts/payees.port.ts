import type { Actor, Locale } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import type { PayeeKind } from '../ledger/split.js';

export interface Payee {
  readonly kind: PayeeKind;
  readonly id: string;
}

/** What payments asks about the people it pays. */
export abstract class Payees {
  /** The holder's name as the register or the cluster's statutes have it, for the bank. */
  abstract nameOf(tx: Tx, payee: Payee): Promise<string>;
  /** For whom this person may see earnings and give bank details: herself, and clusters she speaks for. */
  abstract spokenFor(actor: Actor): Promise<Payee[]>;
  /** Where to write to the holder: that bank details changed, that money is frozen. */
  abstract addressesOf(payee: Payee, tx?: Tx): Promise<{ email: string; locale: Locale }[]>;
}
