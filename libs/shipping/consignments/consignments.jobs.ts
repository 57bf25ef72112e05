import { Injectable } from '@nestjs/common';
import type { Fact } from '#libs/facts';
import { OnFact, type Tx } from '#libs/platform';

/** A later fact wins; one that comes late changes nothing. */
const PAPERS = `insert into shipping.papers_state (order_id, complete, missing, told_at, way, number, missing_fr, missing_ar) values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (order_id) do update set complete = excluded.complete, missing = excluded.missing, told_at = excluded.told_at, way = excluded.way, number = excluded.number,
    missing_fr = excluded.missing_fr, missing_ar = excluded.missing_ar
  where shipping.papers_state.told_at <= excluded.told_at`;

@Injectable()
export class ConsignmentsJobs {
  @OnFact('OrderReady', 'shipping.expect')
  async onReady({ payload }: Fact<'OrderReady'>, tx: Tx): Promise<void> {
    await tx.query(
      `insert into shipping.order_to_pack (order_id, number, exporter_kind, exporter_id, country, consignee_key, net_weight_grams, ready_at)
       values ($1,$2,$3,$4,$5,$6,$7,$8) on conflict do nothing`,
      [payload.orderId, payload.number ?? null, payload.exporter?.kind ?? null, payload.exporter?.id ?? null, payload.country ?? null, payload.consigneeKey ?? null, payload.netWeightGrams ?? null, tx.now],
    );
  }

  @OnFact('ExportFileCompleted', 'shipping.papers-complete')
  async onCompleted({ payload, at }: Fact<'ExportFileCompleted'>, tx: Tx): Promise<void> {
    await tx.query(PAPERS, [payload.orderId, true, [], at, payload.travels?.way ?? null, payload.travels?.number ?? null, [], []]);
  }

  @OnFact('ExportFileReopened', 'shipping.papers-reopened')
  async onReopened({ payload, at }: Fact<'ExportFileReopened'>, tx: Tx): Promise<void> {
    await tx.query(PAPERS, [payload.orderId, false, payload.missing ?? [payload.reason], at, null, null, payload.missingIn?.fr ?? [], payload.missingIn?.ar ?? []]);
  }
}
