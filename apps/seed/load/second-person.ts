import { DomainError } from '#libs/kernel';
import { PaymentsService, PayoutsService } from '#libs/payments';
import { ProposalsService } from '#libs/shipping';
import { demoId } from '../demo-id.js';
import { admin, orders } from '../world.js';
import type { Loading } from './loading.js';
import { theOrder } from './orders.js';

const waitingBatch = demoId('payout-batch', 'waiting');
const waitingProposal = demoId('reference-proposal', 'swiss-franc');

/** A rate nobody published: it differs from the one in force, so that there is something to decide. */
const RATE = `currency,mad_per_unit,valid_from,valid_until,source,checked_on,confidence
CHF,11.6200,2025-01-01,2026-12-31,Demonstration rate; import Bank Al-Maghrib’s reference rate of the day for real quotes,2026-11-24,assumption
`;

/** What the administrator has begun, and the export desk may end: a payout file, and a change of the law. */
export async function loadSecondPerson(loading: Loading): Promise<string> {
  const first = await loading.as(admin.email);
  await loading.once('waiting-batch', async () => {
    await loading.eventually('what was delivered to be earned', async () => {
      const moneys = await Promise.all((await earningOrders(loading)).map((id) => loading.get(PaymentsService).orderLedger(first, id)));
      return moneys.every(({ released }) => released.amountMinor > 0);
    });
    await loading.get(PayoutsService).createBatch(first, waitingBatch).catch(unlessNothingDue);
  });
  await loading.once('waiting-proposal', async () => {
    await loading.get(ProposalsService).proposeText(first, { id: waitingProposal, file: 'fx_rate.csv', text: RATE });
  });
  return 'a payout file and a rate that wait for a second person';
}

async function earningOrders(loading: Loading): Promise<string[]> {
  const delivered = await Promise.all(orders.filter((order) => order.end === 'delivered').map((order) => theOrder(loading, order)));
  return delivered.flatMap((order) => order?.id ?? []);
}

/** With a real provider of payments nobody has paid here, and nothing is earned. */
function unlessNothingDue(error: unknown): void {
  if (!(error instanceof DomainError && error.code === 'PAYOUT_NOTHING_DUE')) throw error;
}
