import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Storage } from '#libs/platform';
import { exportDocumentsErrors } from '../export-documents.errors.js';
import type { ExportFileView } from '../export-documents.service.js';
import { brokerCsv } from '../machine/broker.js';
import { coverSheet } from '../machine/cover-sheet.js';
import { tradeJson } from '../machine/trade-json.js';
import { zip, type ZipEntry } from '../machine/zip.js';
import type { PaperRow } from './paper.row.js';
import { PAPERS } from '../papers/papers.js';
import type { Trade } from '../trade/trade.js';
import { TypstRenderer } from '../typst/typst.renderer.js';

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** The whole file in one ZIP: cover sheet, ready papers, machine copies, and their checksums. */
@Injectable()
export class BundleService {
  constructor(
    private readonly storage: Storage,
    private readonly renderer: TypstRenderer,
  ) {}

  async zip(view: ExportFileView | null): Promise<{ name: string; bytes: Buffer }> {
    const invoice = view?.papers.find((p) => p.kind === 'commercial_invoice' && p.state === 'ready');
    if (!view?.file.trade || !invoice) throw exportDocumentsErrors.EXPORT_FILE_NOT_READY();
    const ready = view.papers.filter((p) => p.state === 'ready').sort((a, b) => (a.number < b.number ? -1 : 1));
    const papers = await Promise.all(ready.map(async (p) => ({ name: `${p.number}${p.version > 1 ? `-v${p.version}` : ''}.pdf`, bytes: await this.bytesOf(p) })));
    const machine = machineFiles(view.file.trade, ready, invoice);
    const cover = await this.renderer.render(
      coverSheet(
        view.file.trade,
        view.file.version,
        invoice.issuedOn,
        ready.map((p) => ({ number: p.number, version: p.version, title: PAPERS[p.kind].title.en, pages: p.pages!, sha256: p.sha256! })),
        machine.map((m) => ({ name: m.name, sha256: sha256(m.bytes) })),
      ),
    );
    const entries: ZipEntry[] = [{ name: '00-export-file.pdf', bytes: Buffer.from(cover.pdf) }, ...papers, ...machine];
    const sums = entries.map((e) => `${sha256(e.bytes)}  ${e.name}\n`).join('');
    return { name: `export-file-${view.file.trade.proForma.number}.zip`, bytes: zip([...entries, { name: 'SHA256SUMS', bytes: Buffer.from(sums) }], invoice.issuedOn) };
  }

  /** A paper whose bytes are not those that were printed is worse than none. */
  private async bytesOf(p: PaperRow): Promise<Buffer> {
    const bytes = await this.storage.get(p.storageKey!);
    if (sha256(bytes) !== p.sha256) throw new Error(`the file of ${p.number} version ${p.version} is not the one that was printed`);
    return bytes;
  }
}

/** The copies for machines that lie inside the papers, and the consignment as a whole. */
function machineFiles(trade: Trade, papers: readonly PaperRow[], invoice: PaperRow): ZipEntry[] {
  const copies = new Map(papers.flatMap((p) => PAPERS[p.kind].sheet(p.quoted, p).attachments ?? []).map((copy) => [copy.name, copy.text]));
  return [
    ...[...copies].map(([name, text]) => ({ name, bytes: Buffer.from(text) })),
    { name: 'trade.json', bytes: Buffer.from(tradeJson(trade, { number: invoice.number, issuedOn: invoice.issuedOn })) },
    { name: 'lines.csv', bytes: Buffer.from(brokerCsv(trade)) },
  ];
}
