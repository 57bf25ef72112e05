import { Injectable } from '@nestjs/common';
import { CertificationService } from '#libs/certification';
import { moroccanDay } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { choose, lotSizeOf, type Certificate, type UnitsUnder } from './coverage.js';
import type { Product } from './product.js';
import type { LiveCertificate } from './standing.js';

/** Under which certificate a listing is offered, and which of its units that certificate speaks for. */
@Injectable()
export class CoverageService {
  constructor(private readonly certification: CertificationService) {}

  /** The certificate of a listing, whose row the caller holds. Units that came since are named under a lot with room. */
  async of(tx: Tx, product: Product): Promise<LiveCertificate | null> {
    const { artisanId, branch: productType, foodContact, unique } = product;
    if (productType === null) return null;
    // A piece sold for food needs a certificate that looked at that.
    const certificates = await this.certification.liveCertificatesFor(tx, { artisanId, productId: product.id, productType, foodContact, day: moroccanDay(tx.now) });
    const lots = certificates.filter((one) => lotSizeOf(one, unique) !== null);
    return choose(certificates, unique, lots.length > 0 ? await this.named(tx, product, lots) : []);
  }

  private async named(tx: Tx, product: Product, lots: readonly Certificate[]): Promise<UnitsUnder[]> {
    const numbers = lots.map(({ number }) => number);
    await tx.query(
      `insert into catalog.certified_lot (certificate_number, product_id, size) select number, $2, size from unnest($1::text[], $3::int[]) as lot (number, size) on conflict do nothing`,
      [numbers, product.id, lots.map((lot) => lotSizeOf(lot, product.unique))],
    );
    // The first to end takes its pieces first: a renewal issued early waits for what the old one leaves.
    for (const { number } of [...lots].sort((a, b) => (a.validUntil < b.validUntil ? -1 : 1))) await tx.query(NAME, [number, product.id, numbers]);
    // What a sold-out listing was sold under stays on its page.
    return tx.query<UnitsUnder>(
      `select certificate_number as number, (count(*) filter (where state = 'free'))::int as free, (count(*) filter (where state <> 'sold' or $3))::int as kept
       from catalog.unit where product_id = $1 and certificate_number = any($2) group by 1`,
      [product.id, numbers, product.state === 'sold'],
    );
  }
}

/** Names the unsold units without a live certificate, what no buyer holds first, as far as the lot has room. */
const NAME = `with room as (
    select size - named as units from catalog.certified_lot where certificate_number = $1 for update
  ), chosen as (
    select id from catalog.unit where product_id = $2 and state <> 'sold' and (certificate_number is null or certificate_number <> all($3))
    order by state <> 'free', serial limit (select units from room)
  ), marked as (
    update catalog.unit u set certificate_number = $1 from chosen where u.id = chosen.id returning u.id
  )
  update catalog.certified_lot set named = named + (select count(*) from marked) where certificate_number = $1 and exists (select from marked)`;
