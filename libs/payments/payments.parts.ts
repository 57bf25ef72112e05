import type { Type } from '@nestjs/common';
import { CancellationsService } from './checkout/cancellations.service.js';
import { CaptureService } from './checkout/capture.service.js';
import { CheckoutsService } from './checkout/checkouts.service.js';
import { EventsService } from './checkout/events.service.js';
import { MakersService } from './checkout/makers.service.js';
import { ReconcileService } from './checkout/reconcile.service.js';
import { RefundsService } from './checkout/refunds.service.js';
import { ReleaseService } from './checkout/release.service.js';
import { GiveBacksService } from './give-back/give-backs.service.js';
import { ReceivablesService } from './give-back/receivables.service.js';
import { LedgerService } from './ledger/ledger.service.js';
import { PaymentsJobs } from './payments.jobs.js';
import { PaymentsResolver } from './payments.resolver.js';
import { PaymentsService } from './payments.service.js';
import { EarningsService } from './payouts/earnings.service.js';
import { PayoutAccountsService } from './payouts/payout-accounts.service.js';
import { PayoutsResolver } from './payouts/payouts.resolver.js';
import { PayoutsService } from './payouts/payouts.service.js';
import { SecondPersonService } from './payouts/second-person.service.js';
import { DisputeLettersService } from './dispute/dispute-letters.service.js';
import { DisputesQueries } from './dispute/disputes.queries.js';
import { DisputesResolver } from './dispute/disputes.resolver.js';
import { DisputesService } from './dispute/disputes.service.js';
import { StripeGateway } from './stripe/stripe.gateway.js';

/** Everything of this room but its two ports to the rooms below, which specs put their own behind. */
export const parts: Type[] = [
  StripeGateway,
  LedgerService,
  RefundsService,
  CaptureService,
  CheckoutsService,
  CancellationsService,
  ReleaseService,
  MakersService,
  ReceivablesService,
  GiveBacksService,
  DisputeLettersService,
  DisputesService,
  EventsService,
  ReconcileService,
  PayoutAccountsService,
  EarningsService,
  PayoutsService,
  SecondPersonService,
  PaymentsService,
  PaymentsJobs,
  PaymentsResolver,
  PayoutsResolver,
  DisputesQueries,
  DisputesResolver,
];
