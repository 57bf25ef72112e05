import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { isId, lineOfText, moroccanDay, type Actor } from '#libs/kernel';
import { CONFIG, Database, isUniqueViolation, parse, type Config, type Tx } from '#libs/platform';
import { shippingErrors } from '../shipping.errors.js';
import { hasElectronicAddress, type ResponsiblePerson, type Seller } from './responsible-person.js';

const proposal = z.object({
  id: z.string().refine(isId, 'must be a UUID'),
  name: z.string().transform((value) => lineOfText(value, 120, 'input.name')),
  postalAddress: z.string().transform((value) => lineOfText(value, 200, 'input.postalAddress')),
  electronicAddress: z.string().transform((value) => lineOfText(value, 120, 'input.electronicAddress')),
});
export type ProposeResponsible = z.input<typeof proposal>;

export interface HouseResponsible {
  readonly id: string;
  readonly name: string;
  readonly postalAddress: string;
  readonly electronicAddress: string;
  readonly demonstration: boolean;
  readonly state: 'waiting' | 'in_force' | 'refused' | 'ended';
  readonly proposedBy: string;
  readonly proposedName: string;
  readonly proposedAt: Date;
  readonly reviewedName: string | null;
  readonly validFrom: string | null;
  readonly endedOn: string | null;
  readonly endedName: string | null;
}

const HOUSE = `select id, name, postal_address "postalAddress", electronic_address "electronicAddress", demonstration, proposed_by "proposedBy", proposed_name "proposedName", proposed_at "proposedAt",
  reviewed_name "reviewedName", to_char(valid_from, 'YYYY-MM-DD') "validFrom", to_char(ended_on, 'YYYY-MM-DD') "endedOn", ended_name "endedName",
  case when valid_from is null then case when ended_on is null then 'waiting' else 'refused' end when ended_on is null then 'in_force' else 'ended' end state
  from shipping.house_responsible`;
/** Each seller's own, and with no seller the house's. */
const IN_FORCE = `select exporter_kind kind, exporter_id::text id, said, false demonstration from shipping.own_responsible where exporter_id = any($1::uuid[])
  union all select null, null, concat_ws(', ', name, postal_address, electronic_address), demonstration from shipping.house_responsible where valid_from is not null and ended_on is null`;

interface InForce {
  readonly kind: Seller['kind'] | null;
  readonly id: string | null;
  readonly said: string;
  readonly demonstration: boolean;
}

/** Who answers in the Union for what is sold to consumers there: the exporter's own person, else the house's. Nobody is ever made up. */
@Injectable()
export class ResponsibleService {
  constructor(
    private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** For each seller, in their order. */
  async of(sellers: readonly Seller[], tx?: Tx): Promise<(ResponsiblePerson | null)[]> {
    if (sellers.length === 0) return [];
    const ids = [...new Set(sellers.map((seller) => seller.id))];
    const rows = tx ? await tx.query<InForce>(IN_FORCE, [ids]) : await this.db.prepared<InForce>('shipping.responsible', IN_FORCE, [ids]);
    const house = rows.find((row) => row.id === null);
    return sellers.map(({ kind, id }) => {
      const own = rows.find((row) => row.kind === kind && row.id === id);
      const found = own ?? house;
      return found ? { said: found.said, of: own ? ('exporter' as const) : ('house' as const), demonstration: found.demonstration } : null;
    });
  }

  /** An exporter's own, from its details; null leaves it to the house's. The caller has checked who speaks for it. */
  async recordOwn(tx: Tx, { kind, id }: Seller, said: string | null): Promise<void> {
    if (said === null) await tx.query(`delete from shipping.own_responsible where exporter_kind = $1 and exporter_id = $2`, [kind, id]);
    else {
      await tx.query(
        `insert into shipping.own_responsible (exporter_kind, exporter_id, said, changed_at) values ($1, $2, $3, $4)
         on conflict (exporter_kind, exporter_id) do update set said = excluded.said, changed_at = excluded.changed_at`,
        [kind, id, said, tx.now],
      );
    }
  }

  /** The newest first: who is proposed, who answers now, who did before. */
  async house(): Promise<HouseResponsible[]> {
    return this.db.read<HouseResponsible>(`${HOUSE} order by proposed_at desc, id desc limit 50`);
  }

  /** Names who shall answer. Nothing changes before a second person has looked it over. The same id again is the same proposal. */
  async propose(actor: Actor, raw: ProposeResponsible): Promise<HouseResponsible> {
    const input = parse(proposal, raw, 'input');
    if (!hasElectronicAddress(input.electronicAddress)) throw shippingErrors.SHIPPING_RESPONSIBLE_ELECTRONIC({}, 'input.electronicAddress');
    try {
      await this.db.write(actor, async (tx) => {
        const made = await tx.query(
          `insert into shipping.house_responsible (id, name, postal_address, electronic_address, demonstration, proposed_by, proposed_name, proposed_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing returning id`,
          [input.id, input.name, input.postalAddress, input.electronicAddress, this.config.DEMO, actor.accountId, actor.name, tx.now],
        );
        const { id, ...detail } = input;
        if (made.length > 0) await tx.audit({ action: 'responsible.propose', subject: { type: 'responsible-person', id }, detail });
      });
    } catch (error) {
      if (isUniqueViolation(error)) throw shippingErrors.SHIPPING_RESPONSIBLE_WAITING();
      throw error;
    }
    return this.one(input.id);
  }

  /** The second person's yes: it answers from today on, and who answered before no longer does. */
  async approve(actor: Actor, id: string): Promise<HouseResponsible> {
    await this.decide(actor, id, async (tx, row) => {
      if (row.state === 'in_force') return;
      if (row.state !== 'waiting') throw shippingErrors.SHIPPING_RESPONSIBLE_DECIDED();
      if (row.proposedBy === actor.accountId) throw shippingErrors.SHIPPING_SECOND_PERSON();
      await tx.query(`update shipping.house_responsible set ended_on = $1, ended_name = $2 where valid_from is not null and ended_on is null`, [moroccanDay(tx.now), actor.name]);
      await tx.query(`update shipping.house_responsible set reviewed_by = $2, reviewed_name = $3, valid_from = $4 where id = $1`, [id, actor.accountId, actor.name, moroccanDay(tx.now)]);
      await tx.audit({ action: 'responsible.approve', subject: { type: 'responsible-person', id }, detail: { proposedBy: row.proposedName } });
      await tx.publish('ResponsiblePersonChanged', { day: moroccanDay(tx.now) });
    });
    return this.one(id);
  }

  /** Takes a proposal back or refuses it; of who answers now, ends it: until another is named, exporters without one of their own sell nothing to consumers in the Union. */
  async end(actor: Actor, id: string): Promise<HouseResponsible> {
    await this.decide(actor, id, async (tx, row) => {
      if (row.endedOn !== null) return;
      await tx.query(`update shipping.house_responsible set ended_on = $2, ended_name = $3 where id = $1`, [id, moroccanDay(tx.now), actor.name]);
      await tx.audit({ action: row.state === 'waiting' ? 'responsible.refuse' : 'responsible.end', subject: { type: 'responsible-person', id } });
      if (row.state === 'in_force') await tx.publish('ResponsiblePersonChanged', { day: moroccanDay(tx.now) });
    });
    return this.one(id);
  }

  private async decide(actor: Actor, id: string, work: (tx: Tx, row: HouseResponsible) => Promise<void>): Promise<void> {
    await this.db.write(actor, async (tx) => {
      // One decision at a time: two approved at once would both be in force.
      await tx.query(`select pg_advisory_xact_lock(hashtext('shipping.house_responsible'))`);
      const [row] = isId(id) ? await tx.query<HouseResponsible>(`${HOUSE} where id = $1`, [id]) : [];
      if (!row) throw shippingErrors.SHIPPING_RESPONSIBLE_UNKNOWN({}, 'id');
      await work(tx, row);
    });
  }

  private async one(id: string): Promise<HouseResponsible> {
    return (await this.db.read<HouseResponsible>(`${HOUSE} where id = $1`, [id]))[0]!;
  }
}
