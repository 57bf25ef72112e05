import { Inject, Injectable } from '@nestjs/common';
import { moroccanDay, type Clock } from '#libs/kernel';
import { CLOCK, Database } from '#libs/platform';
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
    const { artisanId, productType, pieceId, lotSize, centreId } = certificate;
    if (lotSize !== null || statusOn(certificate, day) === 'valid') return null;
    const [found] = await this.db.prepared<{ number: string }>('certification.successor', SUCCESSOR, [artisanId, productType, pieceId, productType === WORKSHOP ? centreId : null, day]);
    return found?.number ?? null;
  }
}
