import type { Migration } from '#libs/platform';

export const payments68: Migration = {
  id: '2026-11-24-68-disputes',
  sql: /* sql */ `
-- A buyer asked her bank for her money back. What it says here is what the provider answered last when it was asked.
create table payments.dispute (
  id text primary key check (length(id) <= 255),
  -- Of the payment it is about; the payment may be heard of later than its dispute.
  payment_intent text not null,
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null,
  reason text not null,
  status text not null,
  standing text not null check (standing in ('open', 'won', 'lost')),
  -- Until when evidence may be handed in; null where the bank takes none.
  due_at timestamptz,
  -- The provider holds the amount.
  withdrawn boolean not null default false,
  -- The loss is on the books.
  booked boolean not null default false,
  -- Of the amount, what refunds that had not left were for: the buyer has those from her bank.
  covered_minor bigint not null default 0 check (covered_minor between 0 and amount_minor),
  -- How often money moved for it: each move of the ledger is named by it.
  moves int not null default 0,
  -- Questions are numbered, and an answer to an older one than was applied is late and changes nothing.
  asks int not null default 0,
  applied_ask int not null default 0,
  asked_at timestamptz,
  opened_at timestamptz not null,
  closed_at timestamptz
);
create index dispute_of_payment on payments.dispute (payment_intent);
create index dispute_open on payments.dispute (due_at) where standing = 'open';

-- A refund that the buyer's bank made instead of us.
alter table payments.refund add column covered_by text references payments.dispute (id);

-- While a payment is disputed nothing of its orders goes out: not to payees, and not to the buyer a second time.
create function payments.disputed(payment uuid) returns boolean language sql stable as $$
  select exists (select 1 from payments.dispute d join payments.checkout c on c.payment_intent = d.payment_intent where c.payment_id = payment and d.standing = 'open')
$$;
`,
};
