import type { Room } from '#libs/platform';
import { payments60 } from './migrations/2026-11-24-60-ledger.js';
import { payments61 } from './migrations/2026-11-24-61-payments.js';
import { payments62 } from './migrations/2026-11-24-62-payouts.js';
import { payments63 } from './migrations/2026-11-24-63-makers.js';
import { payments64 } from './migrations/2026-11-24-64-second-person.js';
import { payments65 } from './migrations/2026-11-24-65-give-backs.js';
import { payments66 } from './migrations/2026-11-24-66-agents.js';
import { payments67 } from './migrations/2026-11-24-67-claimed-accounts.js';
import { payments68 } from './migrations/2026-11-24-68-disputes.js';
import { payments68a } from './migrations/2026-11-24-68a-set-aside.js';
import { paymentsErrors } from './payments.errors.js';
import { PaymentsModule } from './payments.module.js';

export { CheckoutsService } from './checkout/checkouts.service.js';
export { PaymentsModule } from './payments.module.js';
export { brokenInvariants, type BrokenInvariant } from './payments.invariants.js';
export { PaymentsService, type OrderLedger, type PaymentView } from './payments.service.js';
export { PayoutAccountsService, type PayoutAccount } from './payouts/payout-accounts.service.js';
export { PayoutsService } from './payouts/payouts.service.js';
export { SecondPersonService } from './payouts/second-person.service.js';
export { startStripeSandbox, type SandboxOptions, type StripeSandbox } from './sandbox/index.js';

export const paymentsRoom: Room = { name: 'payments', module: PaymentsModule, entities: [], migrations: [payments60, payments61, payments62, payments63, payments64, payments65, payments66, payments67, payments68, payments68a], errors: paymentsErrors.definitions };
