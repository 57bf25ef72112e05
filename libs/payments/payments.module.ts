import { Module } from '@nestjs/common';
import { CertificationModule } from '#libs/certification';
import { ClustersModule } from '#libs/clusters';
import { IdentityModule } from '#libs/identity';
import { OrdersModule } from '#libs/orders';
import { RegistryModule } from '#libs/registry';
import { ClaimedAccountsService } from './agent/claimed-accounts.service.js';
import { MoneyProposalsResolver } from './agent/agent.resolver.js';
import { MoneyProposalsService } from './agent/money-proposals.service.js';
import { CheckoutsService } from './checkout/checkouts.service.js';
import { Placements } from './checkout/placements.port.js';
import { OrderPlacements } from './checkout/placements.orders.js';
import { PaymentsController } from './payments.controller.js';
import { parts } from './payments.parts.js';
import { PaymentsService } from './payments.service.js';
import { Payees } from './payouts/payees.port.js';
import { RegisterPayees } from './payouts/payees.registry.js';
import { PayoutAccountsService } from './payouts/payout-accounts.service.js';
import { PayoutsService } from './payouts/payouts.service.js';

@Module({
  imports: [OrdersModule, ClustersModule, CertificationModule, RegistryModule, IdentityModule],
  controllers: [PaymentsController],
  providers: [...parts, { provide: Placements, useClass: OrderPlacements }, { provide: Payees, useClass: RegisterPayees }, MoneyProposalsService, MoneyProposalsResolver, ClaimedAccountsService],
  exports: [PaymentsService, CheckoutsService, PayoutAccountsService, PayoutsService],
})
export class PaymentsModule {}
