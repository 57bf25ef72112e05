import { Inject, Injectable } from '@nestjs/common';
import { hasRole, lineOfText, moroccanDay, newId, type Actor } from '#libs/kernel';
import { CONFIG, Database, Mail, platformErrors, type Config, type Tx } from '#libs/platform';
import { paymentsErrors } from '../payments.errors.js';
import { usableFrom, warning } from './payout-account.js';
import { Payees, type Payee } from './payees.port.js';
import { masked, readRib, type Rib } from './rib.js';
import { RibCipher } from './rib.cipher.js';

export interface PayoutAccount {
  readonly id: string;
  readonly holder: string;
  /** `011 … 4921`. */
  readonly masked: string;
  readonly usableFrom: Date;
}

interface Owner {
  readonly kind: Payee['kind'] | 'house';
  readonly id: string;
}

/** Where details come from that were not typed here: an agent's proposal with the holder's own yes, or her claim. */
export type Origin = { readonly agentName: string; readonly mandateId: string; readonly consentId: string } | { readonly savedBy: string };

const ACCOUNT = `a.id, a.holder, a.rib_masked as masked, a.usable_from as "usableFrom"`;
const HOUSE: Owner = { kind: 'house', id: '' };
/** The registry's example number, which belongs to nobody: the demo world's bank account. */
const DEMO_RIB = '011519000001205000534921';

/** Where people are paid. Sealed at rest, masked in sight, opened only for the bank's file. */
@Injectable()
export class PayoutAccountsService {
  private readonly cipher: RibCipher;

  constructor(
    private readonly db: Database,
    private readonly payees: Payees,
    private readonly mail: Mail,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.cipher = new RibCipher(config.SECRET);
  }

  /** For oneself, or for a cluster one speaks for. The same details again change nothing, and start no new wait. */
  async save(actor: Actor, typed: string, clusterId?: string | null): Promise<PayoutAccount> {
    const rib = readRib(typed, 'rib');
    return this.saveFor(actor, await this.payeeOf(actor, clusterId ?? null), rib);
  }

  /** A centre's own inspectors do not say where its money goes. */
  async saveCentre(actor: Actor, centreId: string, typed: string): Promise<PayoutAccount> {
    if (!hasRole(actor, 'admin', 'system')) throw platformErrors.NOT_ALLOWED();
    return this.saveFor(actor, { kind: 'centre', id: lineOfText(centreId, 60, 'centreId') }, readRib(typed, 'rib'));
  }

  private async saveFor(actor: Actor, payee: Payee, rib: Rib): Promise<PayoutAccount> {
    return this.db.write(actor, (tx) => this.saveIn(tx, payee, rib));
  }

  /** The same inside the caller's transaction, also for details that an agent proposed and the holder agreed to. */
  async saveIn(tx: Tx, payee: Payee, rib: Rib, origin?: Origin): Promise<PayoutAccount> {
    const holder = await this.payees.nameOf(tx, payee);
    const { account, changed } = await this.put(tx, payee, holder, rib, await this.isOwed(tx, payee), origin);
    if (changed) {
      await tx.audit({ action: 'payout-account.save', subject: { type: payee.kind, id: payee.id }, detail: { account: account.masked, usableFrom: account.usableFrom.toISOString(), ...origin } });
      for (const { email, locale } of await this.payees.addressesOf(payee, tx)) await this.mail.post(tx, { to: email, ...warning(locale, account.masked, moroccanDay(account.usableFrom)) });
    }
    return account;
  }

  /**
   * Whoever gave these details was not the artisan: what is owed to the entry waits until its holder gives her own. Of one account
   * alone where `savedBy` says which: by then she may have given hers.
   */
  async setAside(tx: Tx, artisanId: string, savedBy: string | null = null): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 60))`, [`artisan:${artisanId}`]);
    const gone = await tx.query<{ masked: string }>(
      `update payments.payout_account set replaced_at = $2, set_aside_at = $2 where owner_kind = 'artisan' and owner_id = $1 and replaced_at is null and ($3::uuid is null or saved_by = $3) returning rib_masked as masked`,
      [artisanId, tx.now, savedBy],
    );
    for (const { masked: account } of gone) await tx.audit({ action: 'payout-account.set-aside', subject: { type: 'artisan', id: artisanId }, detail: { account } });
  }

  /** The account the house pays from. */
  async saveHouse(actor: Actor, holder: string, typed: string): Promise<PayoutAccount> {
    if (!hasRole(actor, 'admin', 'system')) throw platformErrors.NOT_ALLOWED();
    const rib = readRib(typed, 'rib');
    const name = lineOfText(holder, 70, 'holder');
    return this.db.write(actor, async (tx) => {
      const { account } = await this.put(tx, HOUSE, name, rib, false);
      await tx.audit({ action: 'payout-account.house', subject: { type: 'house', id: 'bank' }, detail: { account: account.masked } });
      return account;
    });
  }

  async of(payee: Payee, tx?: Tx): Promise<PayoutAccount | null> {
    const sql = `select ${ACCOUNT} from payments.payout_account a where owner_kind = $1 and owner_id = $2 and replaced_at is null`;
    const [row] = await (tx ? tx.query<PayoutAccount>(sql, [payee.kind, payee.id]) : this.db.read<PayoutAccount>(sql, [payee.kind, payee.id]));
    return row ?? null;
  }

  async house(tx: Tx): Promise<PayoutAccount> {
    const find = `select ${ACCOUNT} from payments.payout_account a where owner_kind = 'house' and replaced_at is null`;
    const [known] = await tx.query<PayoutAccount>(find);
    if (known) return known;
    if (!this.config.DEMO) throw paymentsErrors.PAYOUT_DEBTOR_MISSING();
    return (await this.put(tx, HOUSE, 'Dar Sanaa (demo)', readRib(DEMO_RIB), false)).account;
  }

  /** Holder and IBAN in clear, for the bank's file alone. */
  async open(accountIds: readonly string[], tx?: Tx): Promise<Map<string, { name: string; iban: string }>> {
    const sql = `select id, owner_kind as kind, owner_id as owner, holder, rib_sealed as sealed from payments.payout_account where id = any($1::uuid[])`;
    type Row = { id: string; kind: string; owner: string; holder: string; sealed: Buffer };
    const rows = await (tx ? tx.query<Row>(sql, [accountIds]) : this.db.read<Row>(sql, [accountIds]));
    return new Map(rows.map((row) => [row.id, { name: row.holder, iban: readRib(this.cipher.open(row.sealed, `${row.kind}:${row.owner}`)).iban }]));
  }

  async payeeOf(actor: Actor, clusterId: string | null): Promise<Payee> {
    const mine = await this.payees.spokenFor(actor);
    const found = clusterId === null ? mine.find((p) => p.kind === 'artisan') : mine.find((p) => p.kind === 'cluster' && p.id === clusterId);
    if (!found) throw paymentsErrors.PAYOUT_HOLDER_UNKNOWN();
    return found;
  }

  private async put(tx: Tx, owner: Owner, holder: string, rib: Rib, isOwed: boolean, origin?: Origin): Promise<{ account: PayoutAccount; changed: boolean }> {
    const who = `${owner.kind}:${owner.id}`;
    // Two saves at once would each see the other's absence.
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 60))`, [who]);
    const mark = this.cipher.mark(rib.digits, who);
    const [current] = await tx.query<PayoutAccount & { same: boolean }>(
      `select ${ACCOUNT}, a.rib_mark = $3 and a.holder = $4 as same from payments.payout_account a where owner_kind = $1 and owner_id = $2 and replaced_at is null`,
      [owner.kind, owner.id, mark, holder],
    );
    if (current) {
      const { same, ...account } = current;
      if (same) return { account, changed: false };
    }
    await tx.query(`update payments.payout_account set replaced_at = $3 where owner_kind = $1 and owner_id = $2 and replaced_at is null`, [owner.kind, owner.id, tx.now]);
    const from = owner.kind === 'house' ? tx.now : usableFrom(tx.now, { hadDetails: current !== undefined, isOwed });
    const [account] = await tx.query<PayoutAccount>(
      `insert into payments.payout_account as a (id, owner_kind, owner_id, holder, rib_sealed, rib_masked, rib_mark, saved_at, saved_by, usable_from, agent_name, mandate_id, consent_id)
       values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13) returning ${ACCOUNT}`,
      [newId(tx.now.getTime()), owner.kind, owner.id, holder, this.cipher.seal(rib.digits, who), masked(rib.digits), mark, tx.now, origin && 'savedBy' in origin ? origin.savedBy : tx.actor.accountId, from,
        ...(origin && 'consentId' in origin ? [origin.agentName, origin.mandateId, origin.consentId] : [null, null, null])],
    );
    return { account: account!, changed: true };
  }

  private async isOwed(tx: Tx, payee: Payee): Promise<boolean> {
    const owed = await tx.query(
      `select 1 from payments.earning where beneficiary_kind = $1 and beneficiary_id = $2 and (state = 'held' or (state = 'released' and payout_id is null)) limit 1`,
      [payee.kind, payee.id],
    );
    return owed.length > 0;
  }
}
