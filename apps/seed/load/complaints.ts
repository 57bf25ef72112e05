import sharp from 'sharp';
import { ComplaintPhotographsService, ComplaintsQueries, ComplaintsService, type Order } from '#libs/orders';
import type { Actor } from '#libs/kernel';
import { demoId } from '../demo-id.js';
import { buyer, orders, piece, type CastComplaint, type CastOrder } from '../world.js';
import type { Drawings } from './drawings.js';
import type { Loading } from './loading.js';
import { exporterOf, theOrder } from './orders.js';
import { pieceId } from './pieces.js';

const complaintId = (order: string, key: string): string => demoId('complaint', `${order}/${key}`);

/** What buyers complain of in orders that have come: one waits for its workshop, one for the desk, one has ended with money back. */
export async function loadComplaints(loading: Loading, drawings: Drawings): Promise<string> {
  const asked = orders.flatMap((order) => (order.complaints ?? []).map((complaint) => ({ order, complaint })));
  for (const { order, complaint } of asked) {
    await loading.once(`complaint/${order.key}/${complaint.piece}`, async () => {
      const found = await theOrder(loading, order);
      if (found) await complain(loading, drawings, { cast: order, order: found, complaint });
    });
  }
  return `${asked.length} complaints`;
}

interface Asked {
  readonly cast: CastOrder;
  readonly order: Order;
  readonly complaint: CastComplaint;
}

async function complain(loading: Loading, drawings: Drawings, { cast, order, complaint }: Asked): Promise<void> {
  const who = await loading.as(buyer(cast.buyer).email);
  const id = complaintId(cast.key, complaint.piece);
  const { number: line } = order.proForma.lines.find((one) => one.productId === pieceId(complaint.piece))!;
  await loading.get(ComplaintsService).open(who, { id, orderId: order.id, line, quantity: complaint.quantity, kind: complaint.kind, words: complaint.words });
  const state = async (): Promise<string> => (await loading.get(ComplaintsQueries).one(who, id, null)).state;
  if (complaint.photograph && (await state()) === 'open') {
    await loading.get(ComplaintPhotographsService).add(who, { id: demoId('complaint-photograph', id), complaintId: id, key: null }, await cracked(await drawings.picture(piece(complaint.piece).pictures[0]!)));
  }
  if (complaint.end !== 'open') await argue(loading, { id, who, exporter: await exporterOf(loading, cast), complaint, state });
}

interface Argued {
  readonly id: string;
  readonly who: Actor;
  readonly exporter: Actor;
  readonly complaint: CastComplaint;
  readonly state: () => Promise<string>;
}

/** Each says what is next, from wherever an interrupted load has left them. */
async function argue(loading: Loading, { id, who, exporter, complaint, state }: Argued): Promise<void> {
  const complaints = loading.get(ComplaintsService);
  const words = complaint.answer!;
  if (complaint.end === 'with_desk') {
    if ((await state()) === 'open') await complaints.answer(exporter, 'refuse', { id, words });
    if ((await state()) === 'refused') await complaints.reply(who, 'disagree', { id });
    return;
  }
  if ((await state()) === 'open') await complaints.answer(exporter, 'offer', { id, words, amountMinor: complaint.offerMinor!, goods: 'keep' });
  if ((await state()) === 'offered') await complaints.reply(who, 'agree', { id });
  await loading.eventually('the money of a complaint to be given back', async () => (await state()) === 'refunded', 240_000);
}

/** The piece as it was drawn, with a crack through it. */
async function cracked(picture: Buffer): Promise<Buffer> {
  const { width, height } = await sharp(picture).metadata();
  const path = 'M38 18 L45 30 L41 38 L52 50 L47 58 L58 72';
  const crack = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 100 100" preserveAspectRatio="none" fill="none" stroke-linejoin="round">
    <path d="${path}" stroke="#1a120b" stroke-width="1.8"/><path d="${path}" stroke="#f3e9d8" stroke-width="0.5"/></svg>`;
  return sharp(picture).composite([{ input: Buffer.from(crack) }]).jpeg({ quality: 80 }).toBuffer();
}
