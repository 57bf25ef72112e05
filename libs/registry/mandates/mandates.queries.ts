import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import { BetweenQueries } from '../between.queries.js';
import { RegistryService } from '../registry.service.js';
import type { Mandate, MandateState } from './mandate.js';
import { MANDATE } from './mandates.service.js';

/** Who may, might or did act for whom. */
@Injectable()
export class MandatesQueries extends BetweenQueries<MandateState, Mandate> {
  constructor(db: Database, registry: RegistryService) {
    super(db, registry, { columns: MANDATE, from: 'registry.mandate', key: 'proposed_at' });
  }
}
