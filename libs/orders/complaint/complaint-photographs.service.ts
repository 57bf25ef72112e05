import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isId, type Actor } from '#libs/kernel';
import { Database, MOST_PICTURE_BYTES, Redrawing, Storage } from '#libs/platform';
import { ordersErrors } from '../orders.errors.js';
import { OrdersService } from '../orders.service.js';
import { ComplaintsQueries } from './complaints.queries.js';
import { lockComplaint } from './complaints.service.js';

const MOST_PHOTOGRAPHS = 8;

/** What a buyer shows of a complaint: a picture of our own making, so that nothing but its pixels survives of the file. */
@Injectable()
export class ComplaintPhotographsService {
  private readonly pictures = new Redrawing(() => ordersErrors.ORDER_COMPLAINT_PICTURE({ max: MOST_PICTURE_BYTES / 1024 / 1024 }, 'photograph'));

  constructor(
    private readonly db: Database,
    private readonly storage: Storage,
    private readonly orders: OrdersService,
    private readonly complaints: ComplaintsQueries,
  ) {}

  /** The same id again is the same picture. */
  async add(actor: Actor, photograph: { id: string; complaintId: string; key: string | null }, file: Buffer): Promise<{ id: string }> {
    // Asked before the work as well as after: strangers do not get to keep a core busy.
    const complaint = await this.complaints.one(actor, photograph.complaintId, photograph.key);
    if ((await this.orders.sideFor(actor, complaint.orderId, photograph.key)) === 'exporter') throw ordersErrors.ORDER_COMPLAINT_NOT_FOUND({}, 'complaintId');
    const { data, info } = await this.pictures.redrawn(file);
    const key = `complaints/${complaint.id}/${createHash('sha256').update(data).digest('hex')}.jpg`;
    const { sha256 } = await this.storage.put(key, data, 'image/jpeg');
    return this.db.write(actor, async (tx) => {
      const now = await lockComplaint(tx, complaint.id);
      const [count] = await tx.query<{ count: number }>(`select count(*)::int as count from orders.complaint_photograph where complaint_id = $1 and id <> $2`, [complaint.id, photograph.id]);
      if (count!.count >= MOST_PHOTOGRAPHS || !['open', 'with_desk'].includes(now.state)) throw ordersErrors.ORDER_COMPLAINT_PHOTOGRAPHS({ max: MOST_PHOTOGRAPHS }, 'photograph');
      await tx.query(`insert into orders.complaint_photograph (id, complaint_id, storage_key, sha256, width, height, at) values ($1,$2,$3,$4,$5,$6,$7) on conflict (id) do nothing`, [photograph.id, complaint.id, key, sha256, info.width, info.height, tx.now]);
      const [row] = await tx.query<{ id: string }>(`select id from orders.complaint_photograph where id = $1 and complaint_id = $2`, [photograph.id, complaint.id]);
      if (!row) throw ordersErrors.ORDER_COMPLAINT_NOT_FOUND({}, 'id');
      return row;
    });
  }

  async read(actor: Actor, id: string, key: string | null): Promise<Buffer> {
    const [row] = isId(id) ? await this.db.read<{ complaintId: string; key: string }>(`select complaint_id "complaintId", storage_key "key" from orders.complaint_photograph where id = $1`, [id]) : [];
    if (!row) throw ordersErrors.ORDER_COMPLAINT_NOT_FOUND({}, 'id');
    await this.complaints.one(actor, row.complaintId, key);
    return this.storage.get(row.key);
  }
}
