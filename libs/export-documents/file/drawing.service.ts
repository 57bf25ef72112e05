import { Injectable } from '@nestjs/common';
import { moroccanDay, newId } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import type { Correction } from '../trade/correction.js';
import { NO_DETAILS, type ExporterDetails } from '../trade/exporter.js';
import { FilesService } from './files.service.js';
import { fingerprint, isPrinted, type FileRow, type PaperRow } from './paper.row.js';
import { PAPERS, type PaperKind, type References } from '../papers/papers.js';
import { printPaper } from './printing.service.js';
import { problem, refuses, type Problem } from '../papers/problems.js';
import { papersFor } from '../papers/required-papers.js';
import type { Trade } from '../trade/trade.js';
import { tradeOf } from '../trade/trade.reading.js';
import { TradeSource } from '../trade/trade.source.js';
import { UNDECIDED } from '../trade/transport.js';
import { LettersService } from '../typst/letters.service.js';

/** Draws up what a file needs now: rows and numbers in this transaction, printing in errands after it. */
@Injectable()
export class DrawingService {
  constructor(
    private readonly source: TradeSource,
    private readonly files: FilesService,
    private readonly letters: LettersService,
  ) {}

  async open(tx: Tx, orderId: string): Promise<void> {
    const proForma = await this.source.proForma(orderId, tx);
    await this.files.open(tx, orderId, proForma.buyer.accountId, proForma.exporter);
    await this.draw(tx, orderId, 'the order is made');
  }

  /** Quotes every paper anew. What says the same stays; what would say something else gets a new version, alone. */
  async draw(tx: Tx, orderId: string, reason: string): Promise<void> {
    const file = await this.files.lock(tx, 'order_id', orderId);
    if (file.state === 'sent') return;
    const trade = await this.trade(tx, file);
    await tx.query(`update export_documents.file set trade = $2 where id = $1`, [file.id, JSON.stringify(trade)]);
    const current = await this.files.papers(tx, file.id);
    const kinds = papersFor(trade, file.asked);
    const references = await this.references(tx, file, trade, current);
    for (const kind of kinds) await this.quote(tx, file, trade, references, kind, current.find((p) => p.kind === kind));
    await this.drop(tx, current.filter((p) => !kinds.includes(p.kind)));
    const now = await this.files.papers(tx, file.id);
    const moved = now.filter((p) => p.state !== 'ready');
    if (moved.length > 0) await this.files.reopen(tx, file, reason, moved);
    await this.files.settle(tx, file.id);
  }

  private async trade(tx: Tx, file: FileRow): Promise<Trade> {
    const proForma = await this.source.proForma(file.orderId, tx);
    const [details] = await tx.query<{ details: ExporterDetails }>(`select details from export_documents.exporter where kind = $1 and id = $2`, [file.exporterKind, file.exporterId]);
    return tradeOf(proForma, {
      known: await this.source.exporter(file.exporterKind, file.exporterId, tx),
      details: { ...NO_DETAILS, ...details?.details },
      responsible: await this.source.responsible(file.exporterKind, file.exporterId, tx),
      measured: file.packing,
      transport: file.transport ?? UNDECIDED,
      originReference: file.originReference,
      proofTerms: await this.source.proofTerms(proForma.consignee.country, proForma.issuedOn, tx),
      corrections: await tx.query<Correction>(`select line, field, value from export_documents.correction where file_id = $1 order by at, id`, [file.id]),
      evidence: await this.source.evidence(proForma.lines.flatMap((l) => l.certificateNumber ?? []), tx),
      besideMinor: await this.beside(tx, file, proForma.currency, proForma.consignee),
    });
  }

  /** The threshold of the origin declaration is per consignment: what travels beside to the same consignee counts too. */
  private async beside(tx: Tx, file: FileRow, currency: string, consignee: { name: string; line1: string; country: string }): Promise<number> {
    if (file.consignmentId === null) return 0;
    const [sum] = await tx.query<{ minor: number }>(
      `select coalesce(sum((line->>'amountMinor')::bigint), 0)::bigint as minor
       from export_documents.file f cross join jsonb_array_elements(f.trade->'lines') line
       where f.consignment_id = $1 and f.id <> $2 and (line->>'preference')::boolean and f.trade->>'currency' = $3
         and f.trade->'consignee'->>'name' = $4 and f.trade->'consignee'->>'line1' = $5 and f.trade->'consignee'->>'country' = $6`,
      [file.consignmentId, file.id, currency, consignee.name, consignee.line1, consignee.country],
    );
    return sum!.minor;
  }

  /** The invoice's number and day, which the other papers quote: numbered first, in this transaction. */
  private async references(tx: Tx, file: FileRow, trade: Trade, current: readonly PaperRow[]): Promise<References> {
    const invoice = current.find((p) => p.kind === 'commercial_invoice');
    if (invoice) return { invoiceNumber: invoice.number, invoicedOn: invoice.issuedOn };
    const number = await this.number(tx, file, trade, 'commercial_invoice');
    return { invoiceNumber: number, invoicedOn: moroccanDay(tx.now) };
  }

  /**
   * The next number of the kind's series, in the transaction that writes the paper's row: rolled back together,
   * so a series has no gap, and a retry finds the row and its number. A kind keeps its number for good.
   */
  private async number(tx: Tx, file: FileRow, trade: Trade, kind: PaperKind): Promise<string> {
    const { series } = PAPERS[kind];
    if (series === null) return trade.proForma.number;
    const [before] = await tx.query<{ number: string }>(`select number from export_documents.paper where file_id = $1 and kind = $2 limit 1`, [file.id, kind]);
    if (before) return before.number;
    const year = moroccanDay(tx.now).slice(0, 4);
    return `${series}-${year}-${String(await tx.nextNumber(`paper:${series}:${year}`)).padStart(6, '0')}`;
  }

  private async quote(tx: Tx, file: FileRow, trade: Trade, references: References, kind: PaperKind, before: PaperRow | undefined): Promise<void> {
    const paper = PAPERS[kind];
    const quoted = paper.quote(trade, references);
    const quotedSha256 = fingerprint(quoted);
    if (before?.quotedSha256 === quotedSha256) return;
    const problems = [...paper.problems(quoted), ...this.unprintable(quoted)];
    const state = refuses(problems) ? 'failed' : 'required';
    const issuedOn = kind === 'commercial_invoice' ? references.invoicedOn : moroccanDay(tx.now);
    let id = before?.id;
    if (before && !isPrinted(before)) {
      await tx.query(`update export_documents.paper set quoted = $2, quoted_sha256 = $3, problems = $4, state = $5, issued_on = $6, attempts = 0, asked_at = $7 where id = $1`, [
        before.id, JSON.stringify(quoted), quotedSha256, JSON.stringify(problems), state, issuedOn, tx.now,
      ]);
    } else {
      if (before) await tx.query(`update export_documents.paper set state = 'stale' where id = $1`, [before.id]);
      id = newId();
      const number = before?.number ?? (kind === 'commercial_invoice' ? references.invoiceNumber : await this.number(tx, file, trade, kind));
      await tx.query(
        `insert into export_documents.paper (id, file_id, order_id, kind, number, version, state, issued_on, quoted, quoted_sha256, problems, made_at, asked_at)
         values ($1, $2, $3, $4, $5, (select coalesce(max(version), 0) + 1 from export_documents.paper where file_id = $2 and kind = $4), $6, $7, $8, $9, $10, $11, $11)`,
        [id, file.id, file.orderId, kind, number, state, issuedOn, JSON.stringify(quoted), quotedSha256, JSON.stringify(problems), tx.now],
      );
    }
    if (state === 'required') await tx.send(printPaper, { paperId: id!, quotedSha256 });
  }

  private unprintable(quoted: unknown): Problem[] {
    const letters = this.letters.missing(quoted);
    return letters.length === 0 ? [] : [problem('LETTERS_MISSING', 'Text', { letters: letters.slice(0, 20).join(' ') })];
  }

  /** The rules no longer ask for these. A printed one is kept, marked as replaced. */
  private async drop(tx: Tx, papers: readonly PaperRow[]): Promise<void> {
    for (const paper of papers) await tx.query(`update export_documents.paper set state = 'superseded' where id = $1`, [paper.id]);
  }
}
