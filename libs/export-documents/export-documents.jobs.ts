import { Inject, Injectable } from '@nestjs/common';
import { apportion, type Clock } from '#libs/kernel';
import type { Fact } from '#libs/facts';
import { CLOCK, OnErrand, OnFact, OnTimer, type Tx } from '#libs/platform';
import { UNION } from '#libs/shipping';
import { DrawingService } from './file/drawing.service.js';
import { FilesService } from './file/files.service.js';
import type { Measured } from './file/paper.row.js';
import { printPaper, PrintingService, type PrintPaper } from './file/printing.service.js';

/** The facts and errands of the export file. No catch: a throw is how the queue retries. */
@Injectable()
export class ExportDocumentsJobs {
  constructor(
    private readonly drawing: DrawingService,
    private readonly files: FilesService,
    private readonly printing: PrintingService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @OnFact('OrderReady', 'export-documents.open')
  async onReady(fact: Fact<'OrderReady'>, tx: Tx): Promise<void> {
    await this.drawing.open(tx, fact.payload.orderId);
  }

  /** Measured weights replace the makers'; the papers that quote them are drawn up again, the others stand. */
  @OnFact('ConsignmentPacked', 'export-documents.weigh')
  async onPacked({ payload }: Fact<'ConsignmentPacked'>, tx: Tx): Promise<void> {
    const orderIds = [...payload.orderIds].sort();
    const rows = await tx.query<{ orderId: string; declared: number }>(
      `select f.order_id "orderId", coalesce((select sum((l->>'grossWeightGrams')::bigint) from jsonb_array_elements(f.trade->'lines') l), 0)::bigint as declared
       from export_documents.file f where f.order_id = any($1) order by f.order_id for update`,
      [orderIds],
    );
    const measured = shareOut(payload, rows);
    for (const { orderId } of rows) {
      await tx.query(`update export_documents.file set packing = $2, consignment_id = $3 where order_id = $1 and state <> 'sent'`, [orderId, JSON.stringify(measured.get(orderId)), payload.consignmentId]);
    }
    for (const { orderId } of rows) await this.drawing.draw(tx, orderId, 'the goods were packed and weighed');
  }

  @OnFact('ConsignmentDispatched', 'export-documents.close')
  async onDispatched({ payload }: Fact<'ConsignmentDispatched'>, tx: Tx): Promise<void> {
    const rows = await tx.query<{ orderId: string }>(`select order_id "orderId" from export_documents.file where order_id = any($1) order by order_id`, [payload.orderIds]);
    for (const { orderId } of rows) await this.files.send(tx, orderId);
  }

  /** Whoever answers in the Union now stands on the papers of what has not left; a file that waits for somebody goes on. */
  @OnFact('ResponsiblePersonChanged', 'export-documents.answer')
  async onResponsible(_: Fact<'ResponsiblePersonChanged'>, tx: Tx): Promise<void> {
    const open = await tx.query<{ orderId: string }>(
      `select order_id "orderId" from export_documents.file f where state <> 'sent' and f.trade->'buyer'->>'kind' = 'consumer' and f.trade->'consignee'->>'country' = any($1) order by order_id for update`,
      [[...UNION, 'GB']],
    );
    for (const { orderId } of open) await this.drawing.draw(tx, orderId, 'who answers in the Union changed');
  }

  /** No paper of what has not left cites a withdrawn certificate, or declares what only it vouched for. */
  @OnFact('CertificateLapsed', 'export-documents.uncite')
  async onWithdrawn({ payload }: Fact<'CertificateLapsed'>, tx: Tx): Promise<void> {
    if (payload.reason !== 'withdrawn') return;
    const open = await tx.query<{ orderId: string }>(`select order_id "orderId" from export_documents.file f where state <> 'sent' and f.trade->'lines' @> $1::jsonb order by order_id for update`, [
      JSON.stringify([{ certificateNumber: payload.number }]),
    ]);
    for (const { orderId } of open) await this.drawing.draw(tx, orderId, 'a certificate was withdrawn');
  }

  @OnErrand(printPaper)
  async print(payload: PrintPaper): Promise<void> {
    await this.printing.print(payload);
  }

  @OnTimer('export-documents.ask-again', 60_000)
  async askAgain(): Promise<void> {
    await this.printing.askAgain(this.clock.now());
  }
}

/** Each order's own weight when shipping says it; otherwise the consignment's, shared as the declared weights stand. */
function shareOut(payload: Fact<'ConsignmentPacked'>['payload'], rows: readonly { orderId: string; declared: number }[]): Map<string, Measured> {
  const own = new Map(payload.orders?.map((o) => [o.orderId, { grossWeightGrams: o.grossWeightGrams, packages: o.packages }]));
  const weights = rows.map((r) => r.declared);
  const shares = weights.some((w) => w > 0) ? apportion(payload.grossWeightGrams, weights) : weights.map(() => Math.floor(payload.grossWeightGrams / rows.length));
  return new Map(rows.map((r, i) => [r.orderId, own.get(r.orderId) ?? { grossWeightGrams: shares[i]!, packages: payload.packages }]));
}
