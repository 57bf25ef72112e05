import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { hasRole, isId, lineOfText, newId, type Actor, type Locale } from '#libs/kernel';
import { Database, parse, Storage, type Tx } from '#libs/platform';
import { trackingNumber } from '#libs/shipping';
import { CORRECTABLE, readCorrection } from './trade/correction.js';
import { DrawingService } from './file/drawing.service.js';
import { exportDocumentsErrors } from './export-documents.errors.js';
import { exporterDetails, type ExporterDetailsInput } from './trade/exporter.js';
import { FilesService } from './file/files.service.js';
import { CURRENT_PAPERS, FILE_COLUMNS, isLive, isPrinted, PAPER_COLUMNS, type FileRow, type PaperRow } from './file/paper.row.js';
import { PAPER_KINDS, PAPERS, type PaperKind } from './papers/papers.js';
import { printPaper } from './file/printing.service.js';
import { refuses } from './papers/problems.js';
import { forBuyer, rulesFor, type PaperRule } from './papers/required-papers.js';
import { TradeSource } from './trade/trade.source.js';
import { transportDetails, type TransportInput } from './trade/transport.js';

export interface ExportFileView {
  readonly file: FileRow;
  readonly papers: readonly PaperRow[];
  readonly rules: readonly PaperRule[];
}

export interface PaperFile {
  readonly row: PaperRow;
  readonly bytes: Readable;
}

const correctLine = z.object({ line: z.number().int().min(1).max(1000), field: z.enum(CORRECTABLE), value: z.string(), reason: z.string() });
export type CorrectLine = z.input<typeof correctLine>;

/** What people do with an export file: look, fetch, try again, put on record what only they know. */
@Injectable()
export class ExportDocumentsService {
  constructor(
    private readonly db: Database,
    private readonly storage: Storage,
    private readonly source: TradeSource,
    private readonly drawing: DrawingService,
    private readonly files: FilesService,
  ) {}

  /** Null while the pieces are being made: the file opens when the order is ready. */
  async exportFile(actor: Actor, orderId: string): Promise<ExportFileView | null> {
    if (!(await this.source.maySee(actor, orderId))) throw exportDocumentsErrors.EXPORT_FILE_NOT_FOUND({}, 'orderId');
    return this.view(orderId, (file, paper) => this.shows(actor, file, paper));
  }

  /** Whoever holds the key of the buyer's letter reads what the buyer reads, of that one order. */
  async exportFileByKey(key: string): Promise<ExportFileView | null> {
    return this.view(await this.source.orderOfKey(key), (_, paper) => forBuyer(paper.kind));
  }

  private async view(orderId: string, shows: (file: FileRow, paper: PaperRow) => boolean): Promise<ExportFileView | null> {
    const [file] = await this.db.read<FileRow>(`select ${FILE_COLUMNS} from export_documents.file f where f.order_id = $1`, [orderId]);
    if (!file) return null;
    const papers = await this.db.read<PaperRow>(CURRENT_PAPERS, [file.id]);
    return { file, papers: papers.filter((p) => isLive(p) && shows(file, p)), rules: file.trade ? rulesFor(file.trade) : [] };
  }

  /** A printed paper, of any version: what was sent stays readable. */
  async paper(actor: Actor, id: string): Promise<PaperFile> {
    return this.printed((await this.find(actor, id)).paper);
  }

  async paperByKey(key: string, id: string): Promise<PaperFile> {
    const orderId = await this.source.orderOfKey(key);
    const found = await this.rowsOf(id);
    if (found?.file.orderId !== orderId || !forBuyer(found.paper.kind)) throw exportDocumentsErrors.EXPORT_PAPER_NOT_FOUND();
    return this.printed(found.paper);
  }

  private async printed(paper: PaperRow): Promise<PaperFile> {
    if (!isPrinted(paper)) throw exportDocumentsErrors.EXPORT_PAPER_NOT_READY({ number: paper.number });
    return { row: paper, bytes: await this.storage.stream(paper.storageKey!) };
  }

  /** Checks and prints a failed paper again, with whatever was put on record since. */
  async retryPaper(actor: Actor, id: string): Promise<string> {
    const { paper, file } = await this.find(actor, id);
    await this.assertExporter(actor, file);
    await this.db.write(actor, async (tx) => {
      const locked = await this.files.lock(tx, 'id', file.id);
      const now = (await this.files.papers(tx, locked.id)).find((p) => p.id === paper.id);
      if (now?.state !== 'failed') throw exportDocumentsErrors.EXPORT_PAPER_NOT_FAILED({ number: paper.number });
      await tx.audit({ action: 'paper.retry', subject: { type: 'paper', id }, detail: { number: paper.number } });
      const lasting = now.problems.filter((p) => p.code !== 'RENDER_FAILED');
      if (refuses(lasting)) return this.drawing.draw(tx, file.orderId, 'a paper was tried again');
      await tx.query(`update export_documents.paper set state = 'required', problems = $2, asked_at = $3 where id = $1`, [id, JSON.stringify(lasting), tx.now]);
      await tx.send(printPaper, { paperId: id, quotedSha256: now.quotedSha256 });
      await this.files.settle(tx, file.id);
    });
    return file.orderId;
  }

  /** Adds a paper the rules do not require, such as a CN23 for a postal parcel. */
  async requestPaper(actor: Actor, orderId: string, kind: PaperKind): Promise<void> {
    const asked = parse(z.enum(PAPER_KINDS), kind, 'kind');
    await this.change(actor, orderId, async (tx, file) => {
      await tx.query(`update export_documents.file set asked = array_append(asked, $2) where id = $1 and not $2 = any(asked)`, [file.id, asked]);
      await tx.audit({ action: 'export-file.request-paper', subject: { type: 'order', id: orderId }, detail: { kind: asked } });
      await this.drawing.draw(tx, orderId, 'a paper was asked for');
    });
  }

  /** Takes back what was asked for by hand: a paper nobody needs must not hold the file. What the rules ask for stays. */
  async dropPaper(actor: Actor, orderId: string, kind: PaperKind): Promise<void> {
    const dropped = parse(z.enum(PAPER_KINDS), kind, 'kind');
    await this.change(actor, orderId, async (tx, file) => {
      if (!file.asked.includes(dropped)) throw exportDocumentsErrors.EXPORT_PAPER_NOT_ASKED({ paper: PAPERS[dropped].title[actor.locale] }, 'kind');
      await tx.query(`update export_documents.file set asked = array_remove(asked, $2) where id = $1`, [file.id, dropped]);
      await tx.audit({ action: 'export-file.drop-paper', subject: { type: 'order', id: orderId }, detail: { kind: dropped } });
      await this.drawing.draw(tx, orderId, 'a paper was taken back');
    });
  }

  /** Says a line on the papers where the frozen offer cannot: a fuller description, the right code, a weighed net weight. */
  async correctLine(actor: Actor, orderId: string, input: CorrectLine): Promise<void> {
    const { line, field, reason } = parse(correctLine, input);
    const value = readCorrection(field, input.value);
    const why = lineOfText(reason, 300, 'input.reason');
    await this.change(actor, orderId, async (tx, file) => {
      if (!file.trade?.lines.some((l) => l.number === line)) throw exportDocumentsErrors.EXPORT_LINE_NOT_FOUND({ line }, 'input.line');
      await tx.query(
        `insert into export_documents.correction (id, file_id, line, field, value, reason, at, account_id, actor_name) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [newId(), file.id, line, field, value, why, tx.now, actor.accountId, actor.name],
      );
      await tx.audit({ action: 'export-file.correct-line', subject: { type: 'order', id: orderId }, detail: { line, field, value, reason: why } });
      await this.drawing.draw(tx, orderId, `line ${line} was corrected`);
    });
  }

  /** The desk's word on origin: the number of the movement certificate customs endorsed, or its decision. */
  async recordOrigin(actor: Actor, orderId: string, reference: string): Promise<void> {
    const text = lineOfText(reference, 120, 'reference');
    await this.db.write(actor, async (tx) => {
      const file = await this.files.lock(tx, 'order_id', orderId);
      this.assertOpen(file);
      await tx.query(`update export_documents.file set origin_reference = $2 where id = $1`, [file.id, text]);
      await tx.audit({ action: 'export-file.record-origin', subject: { type: 'order', id: orderId }, detail: { reference: text } });
      await this.drawing.draw(tx, orderId, 'the proof of origin was recorded');
    });
  }

  /**
   * How it travels: way, carrier and number, places, what the packages are made of. One consignment travels one way, so
   * every open file of this exporter in it is told.
   */
  async recordTransport(actor: Actor, orderId: string, input: TransportInput): Promise<void> {
    const transport = { ...parse(transportDetails, input), number: readNumber(input, actor.locale) };
    await this.change(actor, orderId, async (tx, file) => {
      const together = await tx.query<{ orderId: string }>(
        `select order_id "orderId" from export_documents.file where (id = $1 or (consignment_id = $2 and exporter_kind = $3 and exporter_id = $4)) and state <> 'sent' order by order_id for update`,
        [file.id, file.consignmentId, file.exporterKind, file.exporterId],
      );
      for (const { orderId: one } of together) {
        await tx.query(`update export_documents.file set transport = $2 where order_id = $1`, [one, JSON.stringify(transport)]);
        await tx.audit({ action: 'export-file.record-transport', subject: { type: 'order', id: one }, detail: { way: transport.way, number: transport.number } });
        await this.drawing.draw(tx, one, 'how it travels was recorded');
      }
    });
  }

  /** The exporter's details, for every paper from now on; open files are drawn up again where they quote them. */
  async saveExporterDetails(actor: Actor, kind: 'artisan' | 'cluster', id: string, input: ExporterDetailsInput): Promise<void> {
    const details = parse(exporterDetails, input);
    // Only what was given is written: what it does not name stays on the papers.
    const { responsiblePerson, ...kept } = details;
    const given = Object.fromEntries(Object.entries(kept).filter(([field]) => input[field as keyof ExporterDetailsInput] !== undefined));
    if (!isId(id) || !(hasRole(actor, 'desk', 'admin') || (await this.source.speaksFor(actor, kind, id)))) throw exportDocumentsErrors.EXPORT_EXPORTER_NOT_FOUND({}, 'id');
    await this.db.write(actor, async (tx) => {
      await tx.query(
        `insert into export_documents.exporter (kind, id, details, changed_at) values ($1, $2, $3, $4)
         on conflict (kind, id) do update set details = exporter.details || excluded.details, changed_at = excluded.changed_at`,
        [kind, id, JSON.stringify(given), tx.now],
      );
      if (input.responsiblePerson !== undefined) await this.source.recordResponsible(tx, kind, id, responsiblePerson);
      await tx.audit({ action: 'exporter.save-details', subject: { type: kind, id }, detail: { fields: Object.keys(input) } });
      const open = await tx.query<{ orderId: string }>(
        `select order_id "orderId" from export_documents.file where exporter_kind = $1 and exporter_id = $2 and state <> 'sent' order by order_id for update`,
        [kind, id],
      );
      for (const { orderId } of open) await this.drawing.draw(tx, orderId, 'the exporter’s details changed');
    });
  }

  private async find(actor: Actor, id: string): Promise<{ paper: PaperRow; file: FileRow }> {
    const found = await this.rowsOf(id);
    if (!found || !(await this.source.maySee(actor, found.file.orderId)) || !this.shows(actor, found.file, found.paper)) throw exportDocumentsErrors.EXPORT_PAPER_NOT_FOUND();
    return found;
  }

  private async rowsOf(id: string): Promise<{ paper: PaperRow; file: FileRow } | null> {
    const [paper] = isId(id) ? await this.db.read<PaperRow>(`select ${PAPER_COLUMNS} from export_documents.paper p where p.id = $1`, [id]) : [];
    const [file] = paper ? await this.db.read<FileRow>(`select ${FILE_COLUMNS} from export_documents.file f where f.id = $1`, [paper.fileId]) : [];
    return paper && file ? { paper, file } : null;
  }

  private shows(actor: Actor, file: FileRow, paper: PaperRow): boolean {
    const onlyBuyer = actor.accountId !== null && actor.accountId === file.buyerAccountId && !hasRole(actor, 'desk', 'admin');
    return !onlyBuyer || forBuyer(paper.kind);
  }

  private async change(actor: Actor, orderId: string, work: (tx: Tx, file: FileRow) => Promise<void>): Promise<void> {
    const view = await this.exportFile(actor, orderId);
    if (!view) throw exportDocumentsErrors.EXPORT_FILE_NOT_FOUND({}, 'orderId');
    await this.assertExporter(actor, view.file);
    await this.db.write(actor, async (tx) => {
      const file = await this.files.lock(tx, 'order_id', orderId);
      this.assertOpen(file);
      await work(tx, file);
    });
  }

  private async assertExporter(actor: Actor, file: FileRow): Promise<void> {
    if (hasRole(actor, 'desk', 'admin') || (await this.source.speaksFor(actor, file.exporterKind, file.exporterId))) return;
    throw exportDocumentsErrors.EXPORT_FILE_NOT_FOUND();
  }

  private assertOpen(file: FileRow): void {
    if (file.state === 'sent') throw exportDocumentsErrors.EXPORT_FILE_SENT();
  }
}

/** Posts and airlines prove their numbers with a check digit, which shipping knows; other carriers' numbers are kept as they gave them. */
function readNumber({ way, number }: TransportInput, locale: Locale): string | null {
  if (!number?.trim()) return null;
  if (way !== 'post' && way !== 'air') return lineOfText(number, 40, 'input.number');
  const reading = trackingNumber(way === 'post' ? 'barid' : 'air', number);
  if (!reading.ok) throw exportDocumentsErrors.EXPORT_CARRIAGE_NUMBER({ reason: reading.why[locale] }, 'input.number');
  return reading.number;
}
