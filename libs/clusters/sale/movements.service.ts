import { Injectable } from '@nestjs/common';
import { isId, type Actor } from '#libs/kernel';
import { codeOf, Database, isUniqueViolation, parse, type Tx } from '#libs/platform';
import { z } from 'zod';
import { ClustersService } from '../clusters.service.js';
import { clustersErrors } from '../clusters.errors.js';
import { SALE, type CollectiveSale } from './sales.queries.js';

const id = z.string().refine(isId, 'not an id');
const movement = z.object({ id, saleId: id, productId: id, outlet: z.number().int().min(1).max(50).nullish(), back: z.boolean().default(false), quantity: z.number().int().min(1).max(100_000) });
export type SaleMovement = z.input<typeof movement>;
type Movement = z.output<typeof movement> & { readonly outlet: number | null };

/** PostgreSQL's word for a check that a trigger of ours refused, and for a row that names none. */
const [REFUSED, NOWHERE] = ['23514', '23503'];

/** What suppliers bring in on the collection day, to which outlet it goes out, and what is left over and goes back. Never more out than in. */
@Injectable()
export class SaleMovementsService {
  constructor(
    private readonly db: Database,
    private readonly clusters: ClustersService,
  ) {}

  /** The same id again is the same movement. */
  async record(actor: Actor, raw: SaleMovement): Promise<CollectiveSale> {
    const { outlet = null, ...input } = parse(movement, raw, 'input');
    try {
      return await this.db.write(actor, async (tx) => {
        const [sale] = await tx.query<{ clusterId: string; on: boolean }>(`select cluster_id "clusterId", opened_at is not null "on" from clusters.collective_sale where id = $1 for update`, [input.saleId]);
        if (!sale) throw clustersErrors.CLUSTER_SALE_NOT_FOUND({}, 'input.saleId');
        await this.clusters.assertCoordinator(tx, sale.clusterId);
        // Also of one that was called off midway: what was brought in by then must go somewhere.
        if (!sale.on) throw clustersErrors.CLUSTER_SALE_NOT_ON({}, 'input.saleId');
        if (input.back && outlet !== null) throw clustersErrors.CLUSTER_SALE_ONE_WAY({}, 'input.outlet');
        if (!(await this.isRepeat(tx, { ...input, outlet }))) await this.write(tx, { ...input, outlet });
        return (await tx.query<CollectiveSale>(`${SALE} where s.id = $1`, [input.saleId]))[0]!;
      });
    } catch (error) {
      if (codeOf(error) === REFUSED) throw clustersErrors.CLUSTER_SALE_NOT_HERE({}, 'input.quantity');
      if (isUniqueViolation(error)) throw clustersErrors.CLUSTER_MOVEMENT_TAKEN({}, 'input.id');
      if (codeOf(error) === NOWHERE) throw clustersErrors.CLUSTER_SALE_NOT_FOUND({}, outlet === null ? 'input.productId' : 'input.outlet');
      throw error;
    }
  }

  /** The same id with other figures is another movement, and refused. */
  private async isRepeat(tx: Tx, { id: movementId, saleId, productId, outlet, back, quantity }: Movement): Promise<boolean> {
    const [known] = await tx.query<{ same: boolean }>(
      `select sale_id = $2 and product_id = $3 and outlet is not distinct from $4 and quantity = $5 and back = $6 same from clusters.sale_movement where id = $1`,
      [movementId, saleId, productId, outlet, quantity, back],
    );
    if (known && !known.same) throw clustersErrors.CLUSTER_MOVEMENT_TAKEN({}, 'input.id');
    return known !== undefined;
  }

  private async write(tx: Tx, { id: movementId, saleId, productId, outlet, back, quantity }: Movement): Promise<void> {
    await tx.query(`insert into clusters.sale_movement (id, sale_id, product_id, outlet, quantity, at, by_name, back) values ($1,$2,$3,$4,$5,$6,$7,$8)`, [movementId, saleId, productId, outlet, quantity, tx.now, tx.actor.name, back]);
    const brought = outlet === null ? 'cluster.sale_in' : 'cluster.sale_out';
    await tx.audit({ action: back ? 'cluster.sale_back' : brought, subject: { type: 'collective_sale', id: saleId }, detail: { productId, outlet, quantity } });
  }
}
