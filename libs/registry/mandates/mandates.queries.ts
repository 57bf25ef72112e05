import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { Database } from '#libs/platform';
import { BetweenQueries, type Line } from '../between.queries.js';
import { RegistryService } from '../registry.service.js';
import type { Mandate, MandateState } from './mandate.js';
import { mandatesErrors } from './mandates.errors.js';
import { MANDATE, speaksFor } from './mandates.service.js';

/** Who may, might or did act for whom. */
@Injectable()
export class MandatesQueries extends BetweenQueries<MandateState, Mandate> {
  constructor(db: Database, registry: RegistryService) {
    super(db, registry, { columns: MANDATE, from: 'registry.mandate', key: 'proposed_at' });
  }

  /** For the artisan and her agent; for anybody else it is not there. */
  async one(actor: Actor, mandateId: string): Promise<Line<Mandate>> {
    const mandate = await this.line(mandateId);
    if (!mandate || (mandate.artisanId !== actor.artisanId && !speaksFor(actor, mandate))) throw mandatesErrors.MANDATE_NOT_FOUND({}, 'id');
    return mandate;
  }
}
