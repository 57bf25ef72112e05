/**
 * Oracles: each statement answers rows only when a promise is broken. They run after every spec of this room,
 * after a restore, and by `npm run invariants`.
 */
export interface Oracle {
  readonly name: string;
  readonly promise: string;
  readonly sql: string;
}

export interface BrokenInvariant {
  readonly name: string;
  readonly promise: string;
  readonly rows: readonly Record<string, unknown>[];
}

export const ORACLES: readonly Oracle[] = [
  {
    name: 'I1-balance',
    promise: 'Every ledger entry adds up to zero in each of its currencies.',
    sql: `select entry_id, currency, sum(amount_minor)::bigint as off_by from payments.posting group by entry_id, currency having sum(amount_minor) <> 0`,
  },
  {
    name: 'I1-empty',
    promise: 'Every ledger entry moves something.',
    sql: `select id from payments.entry e where not exists (select 1 from payments.posting where entry_id = e.id)`,
  },
  {
    name: 'I1-floor',
    promise: 'What is held, earned, on its way back or at the bank is never less than nothing.',
    sql: `select a.id, a.owner_kind, a.owner_id, a.purpose, sum(p.amount_minor)::bigint as balance from payments.account a join payments.posting p on p.account_id = a.id
          where a.floored group by a.id having sum(p.amount_minor) * case a.side when 'debit' then 1 else -1 end < 0`,
  },
  {
    name: 'I1-snapshot',
    promise: 'Every balance snapshot is what the postings before it add up to.',
    sql: `select s.account_id, s.up_to, s.balance_minor from payments.balance_snapshot s
          where s.balance_minor <> (select coalesce(sum(p.amount_minor), 0) from payments.posting p where p.account_id = s.account_id and p.id <= s.up_to)`,
  },
  {
    name: 'I2-provider',
    promise: 'What the ledger says we own at the provider is what it captured less what it gave back.',
    sql: `with ledger as (
            select a.currency, sum(p.amount_minor)::bigint as total from payments.account a join payments.posting p on p.account_id = a.id where a.purpose = 'provider' group by a.currency),
          known as (
            select currency, sum(amount)::bigint as total from (
              select currency, amount_minor as amount from payments.checkout where state = 'paid'
              union all select currency, -amount_minor from payments.refund where state = 'succeeded' and covered_by is null
              union all select currency, -amount_minor from payments.dispute where withdrawn) m group by currency)
          select coalesce(l.currency, k.currency) as currency, l.total as ledger, k.total as provider from ledger l full join known k using (currency)
          where coalesce(l.total, 0) <> coalesce(k.total, 0)`,
  },
  {
    name: 'I2-disputed',
    promise: 'What the ledger says the provider holds for disputes is what is withdrawn and not lost.',
    sql: `with ledger as (select a.currency, sum(p.amount_minor)::bigint as total from payments.account a join payments.posting p on p.account_id = a.id where a.purpose = 'disputed' group by 1),
          known as (select currency, sum(amount_minor)::bigint as total from payments.dispute where withdrawn and not booked group by 1)
          select * from ledger l full join known k using (currency) where coalesce(l.total, 0) <> coalesce(k.total, 0)`,
  },
  {
    name: 'I3-order',
    promise: 'For each order: refunded and released are at most what was captured, and what is left is exactly what is held.',
    sql: `select m.order_id, m.captured_minor, m.refunding_minor, m.refunded_minor, m.released_minor, h.held, h.refunding from payments.order_money m
          left join lateral (
            select coalesce(-sum(p.amount_minor) filter (where a.purpose = 'held'), 0)::bigint as held, coalesce(-sum(p.amount_minor) filter (where a.purpose = 'refunding'), 0)::bigint as refunding
            from payments.account a join payments.posting p on p.account_id = a.id where a.owner_kind = 'order' and a.owner_id = m.order_id::text) h on true
          where m.captured_minor not in (0, m.total_minor) or m.refunded_minor + m.refunding_minor + m.released_minor > m.captured_minor
             or h.held <> m.captured_minor - m.refunding_minor - m.refunded_minor - m.released_minor or h.refunding <> m.refunding_minor`,
  },
  {
    name: 'I3-split',
    promise: 'The shares of an order add up to its total to the minor unit.',
    sql: `select order_id from payments.order_money m where m.total_minor <> (m.split->>'totalMinor')::bigint or m.total_minor <>
            (select coalesce(sum((p->>'amountMinor')::bigint), 0) from jsonb_array_elements(m.split->'payees') p) + (select coalesce(sum(value::bigint), 0) from jsonb_each_text(m.split->'house'))`,
  },
  {
    name: 'I3-earnings',
    promise: 'A captured order has one earning for each payee of its split, of the promised dirhams.',
    sql: `select m.order_id, p->>'kind' as kind, p->>'id' as id from payments.order_money m cross join jsonb_array_elements(m.split->'payees') p
          left join payments.earning e on e.order_id = m.order_id and e.line = (p->>'line')::int and e.beneficiary_kind = p->>'kind' and e.beneficiary_id = p->>'id' and e.role = coalesce(p->>'role', '')
          where m.captured_minor > 0 and (p->>'madMinor')::bigint > 0 and e.amount_minor is distinct from (p->>'madMinor')::bigint`,
  },
  {
    name: 'I3-earners',
    promise: 'Nobody earns of an order who is not in its split.',
    sql: `select e.id, e.order_id, e.line from payments.earning e join payments.order_money m on m.order_id = e.order_id
          where e.state <> 'voided' and not exists (select 1 from jsonb_array_elements(m.split->'payees') p
            where (p->>'line')::int = e.line and p->>'kind' = e.beneficiary_kind and p->>'id' = e.beneficiary_id and coalesce(p->>'role', '') = e.role)`,
  },
  {
    name: 'I3-makers',
    promise: 'The makers of a shared order receive together, line by line and in both currencies, exactly what its pro forma promised for the making.',
    sql: `with part as (
            select m.order_id, 1 as sign, p from payments.order_money m cross join jsonb_array_elements(m.split->'payees') p where m.promised is not null
            union all
            select m.order_id, -1, p from payments.order_money m cross join jsonb_array_elements(m.promised->'payees') p where m.promised is not null)
          select order_id, p->>'line' as line, p->>'kind' as kind from part group by 1, 2, 3
          having sum(sign * (p->>'amountMinor')::bigint) <> 0 or sum(sign * (p->>'madMinor')::bigint) <> 0`,
  },
  {
    name: 'I3-parts',
    promise: 'What goes back for a complaint is the sum of what each gives, and nobody gives of a line more than she had of it.',
    sql: `select b.id::text as about, b.amount_minor, sum(p.amount_minor)::bigint as parts from payments.give_back b left join payments.give_back_part p on p.give_back_id = b.id group by b.id having b.amount_minor is distinct from sum(p.amount_minor)
          union all
          select m.order_id::text, max((s->>'madMinor')::bigint), sum(p.mad_minor)::bigint from payments.order_money m cross join jsonb_array_elements(m.split->'payees') s
            join payments.give_back b on b.order_id = m.order_id and b.line = (s->>'line')::int
            join payments.give_back_part p on p.give_back_id = b.id and p.kind = s->>'kind' and p.beneficiary_id = s->>'id' and p.role = coalesce(s->>'role', '')
          group by m.order_id, s having sum(p.mad_minor) > (s->>'madMinor')::bigint or sum(p.amount_minor) > (s->>'amountMinor')::bigint`,
  },
  {
    name: 'I5-once',
    promise: 'A payout is the sum of its earnings, and no earning is in two payouts that were not rejected.',
    sql: `select p.id, p.amount_minor, sum(e.amount_minor - e.taken_minor)::bigint as earned from payments.payout p left join payments.earning e on e.payout_id = p.id
          where p.state <> 'rejected' group by p.id having p.amount_minor is distinct from sum(e.amount_minor - e.taken_minor)`,
  },
  {
    name: 'I5-earnings',
    promise: 'What the ledger owes a payee, by each of a cluster’s works, is what she earned and was not paid.',
    sql: `with owed as (
            select a.owner_kind, a.owner_id, a.purpose, -sum(p.amount_minor)::bigint as total from payments.account a join payments.posting p on p.account_id = a.id
            where a.purpose in ('earnings', 'coordinator', 'collection', 'quality', 'packing') group by 1, 2, 3),
          due as (
            select beneficiary_kind as owner_kind, beneficiary_id as owner_id, case role when '' then 'earnings' else role end as purpose, sum(amount_minor - taken_minor)::bigint as total
            from payments.earning where state = 'released' and payout_id is null group by 1, 2, 3)
          select * from owed o full join due d using (owner_kind, owner_id, purpose) where coalesce(o.total, 0) <> coalesce(d.total, 0)`,
  },
  {
    name: 'I5-owed',
    promise: 'What the ledger says a payee owes back is what her receivables say, and it is never less than nothing.',
    sql: `with ledger as (
            select a.owner_kind, a.owner_id, sum(p.amount_minor)::bigint as total from payments.account a join payments.posting p on p.account_id = a.id where a.purpose = 'receivable' group by 1, 2),
          known as (select beneficiary_kind as owner_kind, beneficiary_id as owner_id, sum(amount_minor - settled_minor)::bigint as total from payments.receivable group by 1, 2)
          select * from ledger l full join known k using (owner_kind, owner_id) where coalesce(l.total, 0) <> coalesce(k.total, 0)`,
  },
  {
    name: 'I5-batch',
    promise: 'A batch says the number and sum of its transfers.',
    sql: `select b.id from payments.payout_batch b left join payments.payout p on p.batch_id = b.id group by b.id having b.payouts <> count(p.id) or b.total_minor is distinct from sum(p.amount_minor)`,
  },
  {
    name: 'I7-applied',
    promise: 'Every event that was verified is applied within a day.',
    sql: `select event_id, type, received_at from payments.event where applied_at is null and received_at < :now - interval '1 day'`,
  },
  {
    name: 'I8-refunds',
    promise: 'No refund waits for an answer longer than three days, but for the end of a dispute.',
    sql: `select id, state, created_at from payments.refund where state in ('due', 'unresolved', 'pending') and not payments.disputed(payment_id) and created_at < :now - interval '3 days'`,
  },
  {
    name: 'I8-given-back',
    promise: 'No accepted complaint waits longer than a day for a refund that failed: the desk sends it again.',
    sql: `select b.id, b.number from payments.give_back b where not exists (select 1 from payments.refund r where r.give_back_id = b.id and r.state <> 'failed')
          and not exists (select 1 from payments.refund r where r.give_back_id = b.id and coalesce(r.ended_at, r.created_at) >= :now - interval '1 day')`,
  },
  {
    name: 'I8-cancelled',
    promise: 'No cancelled order keeps its buyer’s money longer than a day: a refund that failed is for the desk to repeat.',
    sql: `select order_id, captured_minor - refunding_minor - refunded_minor as kept from payments.order_money
          where cancelled_at < :now - interval '1 day' and released_minor = 0 and captured_minor > refunding_minor + refunded_minor`,
  },
];

/** `asOf` is what `:now` stands for: ages are measured by the clock that wrote the rows. */
export async function brokenInvariants(query: (sql: string) => Promise<Record<string, unknown>[]>, asOf: Date = new Date()): Promise<BrokenInvariant[]> {
  const broken: BrokenInvariant[] = [];
  for (const { name, promise, sql } of ORACLES) {
    const rows = await query(sql.replaceAll(':now', `timestamptz '${asOf.toISOString()}'`));
    if (rows.length > 0) broken.push({ name, promise, rows });
  }
  return broken;
}
