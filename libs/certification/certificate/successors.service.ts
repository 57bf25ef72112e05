import { Inject, Injectable } from '@nestjs/common';
import { moroccanDay, type Clock } from '#libs/kernel';
import { CLOCK, Database, type Tx } from '#libs/platform';
import { statusOn, WORKSHOP, type Certificate } from './certificate.js';

const SUCCESSOR = `select c.number from certification.certificate c
  where c.artisan_id = $1 and c.product_type = $2 and c.piece_id is not distinct from $3 and c.lot_size is null and ($4::text is null or c.centre_id = $4) and c.valid_from <= $5 and c.valid_until >= $5
    and not exists (select from certification.certificate_end e where e.certificate_id = c.id)
  order by c.valid_until desc, c.id limit 1`;

/** Whoever reads an old label is told what holds today: the piece may have been looked at again. */
@Injectable()
export class SuccessorsService {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The number of the certificate that vouches today for what one that has ended spoke of; null while it holds, and for a lot, whose pieces nobody counts twice. */
  async of(certificate: Certificate): Promise<string | null> {
    const day = moroccanDay(this.clock.now());
    return statusOn(certificate, day) === 'valid' ? null : numberIn(await this.db.prepared<Successor>('certification.successor', SUCCESSOR, sought(certificate, day)), certificate);
  }

  /** The same of one that ends in this very transaction. */
  async ofEnding(tx: Tx, certificate: Certificate): Promise<string | null> {
    return numberIn(await tx.query<Successor>(SUCCESSOR, sought(certificate, moroccanDay(tx.now))), certificate);
  }
}

interface Successor {
  readonly number: string;
}

function sought({ artisanId, productType, pieceId, centreId }: Certificate, day: string): readonly unknown[] {
  return [artisanId, productType, pieceId, productType === WORKSHOP ? centreId : null, day];
}

function numberIn([found]: readonly Successor[], { lotSize }: Certificate): string | null {
  return lotSize === null ? (found?.number ?? null) : null;
}
