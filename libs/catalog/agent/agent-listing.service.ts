import { Inject, Injectable } from '@nestjs/common';
import { isId, type Actor, type Clock } from '#libs/kernel';
import { CLOCK, Database, type Tx } from '#libs/platform';
import { displayName, mandatesErrors, MandatesService, RegistryService, type MandateAct } from '#libs/registry';
import { catalogErrors } from '../catalog.errors.js';
import type { Photograph } from '../photograph/photograph.js';
import { PhotographService } from '../photograph/photograph.service.js';
import { ListingService } from '../product/listing.service.js';
import { MyProductsService } from '../product/my-products.service.js';
import { ProductService, type SaveInput } from '../product/product.service.js';
import type { MyProduct, MyProductPage } from '../product/my-product.types.js';
import { agentErrors } from './agent.errors.js';
import { record, type RecordEntry } from './piece-record.queries.js';

const READING: readonly MandateAct[] = ['listing.save', 'listing.list', 'listing.withdraw', 'price'];

export interface PieceRecord {
  readonly act: RecordEntry['act'];
  readonly at: Date;
  readonly actorName: string;
  readonly agentName: string | null;
  readonly fromMinor: number | null;
  readonly toMinor: number | null;
}

/** Pieces written and offered by an agent in their maker's name, under her mandate: all but their price. */
@Injectable()
export class AgentListingService {
  constructor(
    private readonly db: Database,
    private readonly registry: RegistryService,
    private readonly mandates: MandatesService,
    private readonly products: ProductService,
    private readonly listings: ListingService,
    private readonly mine: MyProductsService,
    private readonly photographs: PhotographService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async save(agent: Actor, artisanId: string, input: SaveInput): Promise<MyProduct> {
    if (input.price !== undefined || input.priceMinor !== undefined) throw agentErrors.CATALOG_PRICE_NEEDS_YES({}, 'input.price');
    await this.db.write(agent, async (tx) => {
      const mandateId = isId(artisanId) ? await this.mandates.allowing(tx, artisanId, 'listing.save') : null;
      if (mandateId === null) throw mandatesErrors.MANDATE_NOT_FOUND({}, 'artisanId');
      await this.products.saveIn(tx, inNameOf(agent, artisanId), input);
      await this.note(tx, input.id, artisanId, 'save', mandateId);
    });
    return this.mine.one(inNameOf(agent, artisanId), input.id);
  }

  /** A photograph that an agent took: the mandate is looked at before the picture is, and again when it is kept with both names. */
  photograph(agent: Actor, command: { readonly id: string; readonly productId: string }, file: Buffer): Promise<Photograph> {
    const covered = (tx: Tx): Promise<{ maker: string; mandateId: string }> => this.mandateFor(tx, command.productId, 'listing.save');
    return this.photographs.add(agent, command, file, {
      assertMay: async (tx) => void (await covered(tx)),
      note: async (tx) => {
        const { maker, mandateId } = await covered(tx);
        await this.note(tx, command.productId, maker, 'save', mandateId);
      },
    });
  }

  list(agent: Actor, productId: string): Promise<MyProduct> {
    return this.act(agent, productId, 'list', (tx, maker) => this.listings.listIn(tx, maker, productId));
  }

  withdraw(agent: Actor, productId: string): Promise<MyProduct> {
    return this.act(agent, productId, 'withdraw', (tx, maker) => this.listings.withdrawIn(tx, maker, productId));
  }

  private async act(agent: Actor, productId: string, act: 'list' | 'withdraw', work: (tx: Tx, maker: Actor) => Promise<string>): Promise<MyProduct> {
    const artisanId = await this.db.write(agent, async (tx) => {
      const { maker, mandateId } = await this.mandateFor(tx, productId, `listing.${act}`);
      await work(tx, inNameOf(agent, maker));
      await this.note(tx, productId, maker, act, mandateId);
      return maker;
    });
    return this.mine.one(inNameOf(agent, artisanId), productId);
  }

  /** The maker of a piece and the mandate used; without one the piece is not there. */
  private async mandateFor(tx: Tx, productId: string, act: MandateAct): Promise<{ maker: string; mandateId: string }> {
    const maker = await makerOf(tx, productId);
    const mandateId = maker === null ? null : await this.mandates.allowing(tx, maker, act);
    if (maker === null || mandateId === null) throw catalogErrors.CATALOG_PRODUCT_UNKNOWN({}, 'id');
    return { maker, mandateId };
  }

  private async note(tx: Tx, productId: string, artisanId: string, act: 'save' | 'list' | 'withdraw', mandateId: string): Promise<void> {
    const artisan = displayName(await this.registry.artisan(artisanId, tx), 'en');
    await record(tx, productId, { act, actorName: artisan, behalf: { agentName: tx.actor.name, mandateId } });
    await tx.audit({ action: `product.${act}-for`, subject: { type: 'product', id: productId }, detail: { artisanId, artisan, mandateId } });
  }

  /** Her pieces, for whoever may do something about one of them. */
  async page(agent: Actor, artisanId: string, first: number, after: string | null): Promise<MyProductPage> {
    if (!isId(artisanId) || !(await this.mandates.mayRead(agent, artisanId, READING, this.clock.now()))) throw mandatesErrors.MANDATE_NOT_FOUND({}, 'artisanId');
    return this.mine.page(inNameOf(agent, artisanId), first, after);
  }

  /** The record of a piece, oldest first, for its maker and her agents. */
  async record(actor: Actor, productId: string): Promise<PieceRecord[]> {
    const maker = await makerOf(this.db, productId);
    if (maker === null || (maker !== actor.artisanId && !(await this.mandates.mayRead(actor, maker, READING, this.clock.now())))) throw catalogErrors.CATALOG_PRODUCT_UNKNOWN({}, 'id');
    return this.db.read<PieceRecord>(
      `select act, at, actor_name as "actorName", agent_name as "agentName", from_minor as "fromMinor", to_minor as "toMinor" from catalog.piece_record where product_id = $1 order by id limit 500`,
      [productId],
    );
  }
}

/** The agent with the maker's own right to her pieces, for what her mandate covers; the record keeps both names. */
function inNameOf(agent: Actor, artisanId: string): Actor {
  return { ...agent, artisanId };
}

export async function makerOf(from: Tx | Database, productId: string): Promise<string | null> {
  const sql = 'select artisan_id as "artisanId" from catalog.product where id = $1';
  const [row] = !isId(productId) ? [] : 'query' in from ? await from.query<{ artisanId: string }>(sql, [productId]) : await from.read<{ artisanId: string }>(sql, [productId]);
  return row?.artisanId ?? null;
}
