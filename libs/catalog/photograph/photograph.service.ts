import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { SYSTEM, type Actor } from '#libs/kernel';
import { Database, errand, Storage, type Tx } from '#libs/platform';
import { catalogErrors } from '../catalog.errors.js';
import { lockOwn } from '../product/product.queries.js';
import { LIMITS, originalKey, type Photograph, renditionFile, renditionKey, WIDTHS } from './photograph.js';
import { averageColour, renditionsOf, takeIn } from './photograph.intake.js';

export const makeRenditions = errand<{ photographId: string }>('catalog.make-renditions', { queue: 'cpu', attempts: 5, backoffMs: 2000 });
/** AVIF takes seconds where WebP takes a tenth: the picture is shown first and made lighter when nothing else waits. */
export const makeLighter = errand<{ photographId: string }>('catalog.make-lighter', { queue: 'cpu', attempts: 3, backoffMs: 10_000, idle: true });
export const eraseFiles = errand<{ keys: string[] }>('catalog.erase-photograph', { attempts: 8 });

interface PhotographRow {
  id: string;
  product_id: string;
  position: number;
  state: 'received' | 'ready';
  original_key: string;
  width: number;
  height: number;
  colour: string | null;
}

/** Somebody besides the maker: whether she may, asked in each transaction, and what to note in the one that keeps the picture. */
export interface OtherHand {
  readonly assertMay: (tx: Tx) => Promise<void>;
  readonly note: (tx: Tx) => Promise<void>;
}

const COLUMNS = `id, product_id, position, state, original_key, width, height, colour`;

@Injectable()
export class PhotographService {
  constructor(
    private readonly db: Database,
    private readonly storage: Storage,
  ) {}

  /**
   * Takes a file in for the caller's own piece, or for one that she may photograph as `other`, which a room above knows.
   * The same id again answers the photograph that is there.
   */
  async add(actor: Actor, command: { id: string; productId: string }, file: Buffer, other?: OtherHand): Promise<Photograph> {
    const may = async (tx: Tx): Promise<void> => (other ? other.assertMay(tx) : void (await lockOwn(tx, actor, command.productId, 'productId')));
    // Ownership first: nobody spends our processor on a stranger's piece.
    const before = await this.db.write(actor, (tx) => this.place(tx, may, command));
    if (before) return photographOf(before);
    const taken = await takeIn(file);
    const sha256 = createHash('sha256').update(taken.bytes).digest('hex');
    const key = originalKey(command.id, sha256);
    await this.storage.put(key, taken.bytes, 'image/jpeg');
    return this.db.write(actor, async (tx) => {
      const raced = await this.place(tx, may, command);
      if (raced) return photographOf(raced);
      const [row] = await tx.query<PhotographRow>(
        `insert into catalog.photograph (id, product_id, position, original_key, sha256, width, height, created_at)
         select $1, $2, coalesce(max(position) + 1, 1), $3, $4, $5, $6, $7 from catalog.photograph where product_id = $2 returning ${COLUMNS}`,
        [command.id, command.productId, key, sha256, taken.width, taken.height, tx.now],
      );
      await tx.query(`update catalog.product set cover_photograph_id = coalesce(cover_photograph_id, $2), updated_at = $3 where id = $1`, [command.productId, command.id, tx.now]);
      await tx.publish('PhotographReceived', { photographId: command.id, productId: command.productId });
      await tx.audit({ action: 'photograph.add', subject: { type: 'product', id: command.productId }, detail: { photographId: command.id } });
      await other?.note(tx);
      return photographOf(row!);
    });
  }

  /** The photograph already there under this id, or null when there is room for it on the piece. */
  private async place(tx: Tx, may: (tx: Tx) => Promise<void>, { id, productId }: { id: string; productId: string }): Promise<PhotographRow | null> {
    await may(tx);
    const [there] = await tx.query<PhotographRow>(`select ${COLUMNS} from catalog.photograph where id = $1`, [id]);
    if (there && there.product_id !== productId) throw catalogErrors.CATALOG_PHOTOGRAPH_UNKNOWN({}, 'id');
    if (there) return there;
    const [{ count }] = (await tx.query<{ count: number }>(`select count(*)::int as count from catalog.photograph where product_id = $1`, [productId])) as [{ count: number }];
    if (count >= LIMITS.perProduct) throw catalogErrors.CATALOG_PHOTOGRAPHS_FULL({ max: LIMITS.perProduct }, 'photograph');
    return null;
  }

  async remove(actor: Actor, id: string): Promise<string> {
    return this.db.write(actor, async (tx) => {
      const [row] = await tx.query<PhotographRow>(`select ${COLUMNS} from catalog.photograph where id = $1`, [id]);
      if (!row) throw catalogErrors.CATALOG_PHOTOGRAPH_UNKNOWN({}, 'id');
      const product = await lockOwn(tx, actor, row.product_id, 'id');
      const others = await tx.query<{ id: string }>(`select id from catalog.photograph where product_id = $1 and id <> $2 order by position, id`, [product.id, id]);
      if (others.length === 0 && product.state !== 'draft' && product.state !== 'withdrawn') throw catalogErrors.CATALOG_PHOTOGRAPH_LAST({}, 'id');
      await tx.query(`update catalog.product set cover_photograph_id = $3, updated_at = $4 where id = $1 and cover_photograph_id = $2`, [product.id, id, others[0]?.id ?? null, tx.now]);
      await tx.query(`delete from catalog.photograph where id = $1`, [id]);
      // An order shows the piece as it was bought: its pictures stay in the store.
      const [ordered] = await tx.query(`select 1 from catalog.unit where product_id = $1 and order_id is not null limit 1`, [product.id]);
      const keys = [row.original_key, ...WIDTHS.flatMap((width) => [`${width}.webp`, `${width}.avif`]).map((file) => renditionKey(id, file))];
      if (!ordered) await tx.send(eraseFiles, { keys });
      await tx.audit({ action: 'photograph.remove', subject: { type: 'product', id: product.id }, detail: { photographId: id } });
      return id;
    });
  }

  /** Makes the sizes that pages show. Running twice writes the same files again. */
  async render(id: string): Promise<void> {
    const [row] = await this.db.read<PhotographRow>(`select ${COLUMNS} from catalog.photograph where id = $1`, [id]);
    if (!row || row.state === 'ready') return;
    const original = await this.storage.get(row.original_key);
    for (const { file, bytes } of await renditionsOf(original, WIDTHS, 'webp')) await this.storage.put(renditionKey(id, file), bytes, 'image/webp');
    const colour = await averageColour(original);
    await this.db.write(SYSTEM, async (tx) => {
      await tx.query(`update catalog.photograph set state = 'ready', colour = $2 where id = $1`, [id, colour]);
      await tx.send(makeLighter, { photographId: id }, { key: id });
    });
  }

  /** The same sizes as AVIF, about half the bytes. */
  async lighten(id: string): Promise<void> {
    const [row] = await this.db.read<PhotographRow>(`select ${COLUMNS} from catalog.photograph where id = $1`, [id]);
    if (!row) return;
    for (const { file, bytes } of await renditionsOf(await this.storage.get(row.original_key), WIDTHS, 'avif')) await this.storage.put(renditionKey(id, file), bytes, 'image/avif');
  }

  async erase(keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.storage.remove(key);
  }

  /** The bytes of a rendition, the WebP of that size while its AVIF is not made, or null while there is neither. */
  async file(id: string, file: string): Promise<{ bytes: Buffer; format: 'webp' | 'avif'; final: boolean } | null> {
    const wanted = renditionFile(file);
    if (!wanted) return null;
    for (const format of new Set([wanted.format, 'webp' as const])) {
      const key = renditionKey(id, `${wanted.width}.${format}`);
      if (await this.storage.exists(key)) return { bytes: await this.storage.get(key), format, final: format === wanted.format };
    }
    return null;
  }
}

function photographOf(row: PhotographRow): Photograph {
  return { id: row.id, productId: row.product_id, position: row.position, state: row.state, width: row.width, height: row.height, colour: row.colour };
}
