import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { PassportsService } from '#libs/certification';
import { isId, moroccanDay, nullIfRefused, type Actor, type Clock } from '#libs/kernel';
import { ComplaintPhotographsService, ComplaintsQueries, OrdersService, type Complaint, type Order } from '#libs/orders';
import { CLOCK, Storage } from '#libs/platform';
import { exportDocumentsErrors } from '../export-documents.errors.js';
import { ExportDocumentsService } from '../export-documents.service.js';
import type { PaperRow } from '../file/paper.row.js';
import { zip, type ZipEntry } from '../machine/zip.js';
import { caseIndex, caseItems, caseRoad, complaintText, type CaseFacts, type CaseItem, type ComplaintTold } from './case-file.js';

interface Case {
  readonly order: Order;
  readonly papers: readonly PaperRow[];
  readonly passports: readonly { readonly number: string; readonly text: string }[];
  readonly complaints: readonly Complaint[];
}

/** What the house already has of an order, for the desk to hand to the provider when a buyer's bank disputes its payment. */
@Injectable()
export class CaseFileService {
  constructor(
    private readonly orders: OrdersService,
    private readonly complaints: ComplaintsQueries,
    private readonly photographs: ComplaintPhotographsService,
    private readonly documents: ExportDocumentsService,
    private readonly passports: PassportsService,
    private readonly storage: Storage,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async items(actor: Actor, orderId: string): Promise<CaseItem[]> {
    return caseItems(factsOf(await this.gather(actor, orderId)));
  }

  async zip(actor: Actor, orderId: string): Promise<{ name: string; bytes: Buffer }> {
    const found = await this.gather(actor, orderId);
    const facts = factsOf(found);
    const day = moroccanDay(this.clock.now());
    const text = (name: string, words: string): ZipEntry => ({ name, bytes: Buffer.from(words) });
    const entries: ZipEntry[] = [
      text('00-evidence.txt', caseIndex(facts, caseItems(facts), day)),
      text('01-order-history.txt', caseRoad(facts)),
      text('02-pro-forma.json', JSON.stringify(found.order.proForma, null, 2)),
      ...(await Promise.all(found.papers.map(async (paper) => ({ name: `papers/${paper.number}.pdf`, bytes: await this.bytesOf(paper) })))),
      ...found.passports.map((passport) => text(`passports/${passport.number.replace(/[^\w-]/g, '_')}.jwt`, passport.text)),
    ];
    for (const [i, complaint] of found.complaints.entries()) {
      entries.push(text(`complaints/${i + 1}.txt`, complaintText(toldOf(complaint))));
      for (const [n, { id }] of complaint.photographs.entries()) entries.push({ name: `complaints/${i + 1}-${n + 1}.jpg`, bytes: await this.photographs.read(actor, id, null) });
    }
    const sums = entries.map(({ name, bytes }) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`).join('');
    return { name: `evidence-${found.order.number}.zip`, bytes: zip([...entries, text('SHA256SUMS', sums)], day) };
  }

  private async gather(actor: Actor, orderId: string): Promise<Case> {
    if (!isId(orderId)) throw exportDocumentsErrors.EXPORT_FILE_NOT_FOUND({}, 'orderId');
    const order = await this.orders.order(actor, orderId);
    const view = await this.documents.exportFile(actor, orderId);
    const numbers = [...new Set(order.proForma.lines.map((line) => line.certificateNumber).filter((number) => number !== null))];
    // A certificate that is withdrawn has no passport to show.
    const passports = await Promise.all(numbers.map(async (number) => ({ number, text: await this.passports.passport(number).catch(nullIfRefused) })));
    return {
      order,
      papers: (view?.papers ?? []).filter((paper) => paper.state === 'ready'),
      passports: passports.filter((passport): passport is { number: string; text: string } => passport.text !== null),
      complaints: await this.complaints.ofOrder(orderId, 'house'),
    };
  }

  /** A paper whose bytes are not those that were printed is worse than none. */
  private async bytesOf(paper: PaperRow): Promise<Buffer> {
    const bytes = await this.storage.get(paper.storageKey!);
    if (createHash('sha256').update(bytes).digest('hex') !== paper.sha256) throw new Error(`the file of ${paper.number} is not the one that was printed`);
    return bytes;
  }
}

function factsOf({ order, papers, passports, complaints }: Case): CaseFacts {
  return { number: order.number, exporter: order.proForma.exporter.name, timeline: order.timeline, papers, passports: passports.map(({ number }) => number), complaints: complaints.map(toldOf) };
}

function toldOf({ line, quantity, kind, state, creditNote, steps, photographs, order }: Complaint): ComplaintTold {
  const title = order.lines.find(({ number }) => number === line)!.title.en;
  return { line, title, quantity, kind, state, creditNote, steps, photographs: photographs.length };
}
