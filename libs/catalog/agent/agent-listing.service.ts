import { Inject, Injectable } from '@nestjs/common';
import { isId, type Actor, type Clock } from '#libs/kernel';
import { CLOCK, Database, type Tx } from '#libs/platform';
import { displayName, mandatesErrors, MandatesService, RegistryService, type MandateAct } from '#libs/registry';
import { catalogErrors } from '../catalog.errors.js';
import type { Photograph } from '../photograph/photograph.js';
import { PhotographService } from '../photograph/photograph.service.js';
import { ListingService } from '../product/listing.service.js';
import { MyProductsService, type PiecesAsked } from '../product/my-products.service.js';
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

type RecordRow = { readonly makerId: string } & (PieceRecord | { readonly act: null });

/** A piece of which nothing is recorded yet still says whose it is. */
const RECORD = `select p.artisan_id as "makerId", r.act, r.at, r.actor_name as "actorName", r.agent_name as "agentName", r.from_minor as "fromMinor", r.to_minor as "toMinor"
  from catalog.product p left join catalog.piece_record r on r.product_id = p.id where p.id = $1 order by r.id limit 500`;

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
  async page(agent: Actor, artisanId: string, asked: PiecesAsked): Promise<MyProductPage> {
    if (!isId(artisanId) || !(await this.mandates.mayRead(agent, artisanId, READING, this.clock.now()))) throw mandatesErrors.MANDATE_NOT_FOUND({}, 'artisanId');
    return this.mine.page(inNameOf(agent, artisanId), asked);
  }

  /** The record of a piece, oldest first, for its maker and her agents. */
  async record(actor: Actor, productId: string): Promise<PieceRecord[]> {
    const lines = isId(productId) ? await this.db.prepared<RecordRow>('catalog.piece-record', RECORD, [productId]) : [];
    const maker = lines[0]?.makerId;
    if (maker === undefined || (maker !== actor.artisanId && !(await this.mandates.mayRead(actor, maker, READING, this.clock.now())))) throw catalogErrors.CATALOG_PRODUCT_UNKNOWN({}, 'id');
    return lines.filter((line) => line.act !== null);
  }
}

/** The agent with the maker's own right to her pieces, for what her mandate covers; the record keeps both names. */
function inNameOf(agent: Actor, artisanId: string): Actor {
  return { ...agent, artisanId };
}

async function makerOf(tx: Tx, productId: string): Promise<string | null> {
  const [row] = isId(productId) ? await tx.query<{ artisanId: string }>('select artisan_id as "artisanId" from catalog.product where id = $1', [productId]) : [];
  return row?.artisanId ?? null;
}
