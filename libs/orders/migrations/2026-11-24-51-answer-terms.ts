import type { Migration } from '#libs/platform';

export const orders51: Migration = {
  id: '2026-11-24-51-answer-terms',
  sql: /* sql */ `
-- How long an exporter has to accept or decline a paid order, and when she is reminded. The row that began last is in force.
create table orders.answer_terms (
  valid_from date primary key,
  remind_hours integer not null check (remind_hours > 0),
  decline_hours integer not null check (decline_hours > remind_hours),
  source text not null
);
insert into orders.answer_terms values ('2026-01-01', 48, 120, 'Dar Sanaa terms of sale 2026, article 6: an answer within five days, a reminder after two');
create index order_waiting_for_answer on orders.orders (id) where state = 'funded';
`,
};
