import { Injectable } from '@nestjs/common';
import { isId, newId, type Locale } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { disagreements } from '../papers/cross-checks.js';
import { exportDocumentsErrors } from '../export-documents.errors.js';
import { exportFileLifecycle, type ExportFileState } from './export-file.js';
import { CURRENT_PAPERS, FILE_COLUMNS, isLive, type FileRow, type PaperRow } from './paper.row.js';
import { PAPERS } from '../papers/papers.js';
import { sealOf } from './seal.js';
import { explain, refuses, type Problem } from '../papers/problems.js';

type Verb = Parameters<typeof exportFileLifecycle.next>[1];

/** The file as a whole: opened once, complete when its papers are ready and agree, opened again when one moves. */
@Injectable()
export class FilesService {
  /** Takes the file for this transaction alone. */
  async lock(tx: Tx, where: 'id' | 'order_id', id: string): Promise<FileRow> {
    const [file] = isId(id) ? await tx.query<FileRow>(`select ${FILE_COLUMNS} from export_documents.file f where f.${where} = $1 for update`, [id]) : [];
    if (!file) throw exportDocumentsErrors.EXPORT_FILE_NOT_FOUND();
    return file;
  }

  async open(tx: Tx, orderId: string, buyerAccountId: string | null, exporter: { kind: string; id: string }): Promise<boolean> {
    const opened = await tx.query(
      `insert into export_documents.file (id, order_id, state, buyer_account_id, exporter_kind, exporter_id, opened_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (order_id) do nothing returning id`,
      [newId(), orderId, exportFileLifecycle.initial, buyerAccountId, exporter.kind, exporter.id, tx.now],
    );
    return opened.length > 0;
  }

  async papers(tx: Tx, fileId: string): Promise<PaperRow[]> {
    return (await tx.query<PaperRow>(CURRENT_PAPERS, [fileId])).filter(isLive);
  }

  /** Looks at the file after one of its papers moved, and says what became of it. */
  async settle(tx: Tx, fileId: string): Promise<void> {
    const file = await this.lock(tx, 'id', fileId);
    if (file.state === 'sent') return;
    const papers = await this.papers(tx, fileId);
    const missing = papers.filter((p) => p.state !== 'ready');
    if (missing.some((p) => p.state === 'failed')) return this.block(tx, file, missing);
    if (missing.length > 0 || papers.length === 0) return this.draw(tx, file);
    const differences = disagreements(papers.map((p) => ({ kind: p.kind, number: p.number, data: p.quoted })));
    if (differences.length > 0) return this.differ(tx, file, papers, differences);
    // They agree now: what was noted on a paper that did not move is no longer so.
    for (const paper of papers) if (paper.problems.some(isDifference)) await this.note(tx, paper, []);
    await tx.query(
      `update export_documents.paper p set state = 'superseded' where p.file_id = $1 and p.state = 'stale'
       and exists (select 1 from export_documents.paper n where n.file_id = p.file_id and n.kind = p.kind and n.version > p.version and n.state = 'ready')`,
      [fileId],
    );
    if (file.state === 'complete') return;
    await this.move(tx, file, 'complete');
    await tx.query(`update export_documents.file set version = version + 1, completed_at = $2 where id = $1`, [fileId, tx.now]);
    await tx.publish('ExportFileCompleted', { orderId: file.orderId, exportFileId: file.id, version: file.version + 1, ...sealOf(file.trade, papers), ...(file.transport && { travels: { way: file.transport.way, number: file.transport.number } }) });
  }

  /** A figure moved after completion: whoever waits for this file waits again. */
  async reopen(tx: Tx, file: FileRow, reason: string, papers: readonly PaperRow[]): Promise<void> {
    if (file.state !== 'complete') return;
    await this.move(tx, file, 'reopen');
    await tx.publish('ExportFileReopened', { orderId: file.orderId, exportFileId: file.id, reason, ...named(papers, nameOf) });
  }

  private async draw(tx: Tx, file: FileRow): Promise<void> {
    if (file.state === 'blocked') await this.move(tx, file, 'draw');
  }

  private async block(tx: Tx, file: FileRow, missing: readonly PaperRow[]): Promise<void> {
    if (file.state !== 'drawing') return;
    await this.move(tx, file, 'block');
    // What is still being printed is not what holds the file up.
    const refused = missing.filter((p) => p.state === 'failed');
    const faults = missing.flatMap((p) => p.problems.filter((q) => refuses([q])).map((q) => `${nameOf(p, 'en')}: ${explain(q, 'en').message}`));
    await tx.publish('ExportFileReopened', { orderId: file.orderId, exportFileId: file.id, reason: faults.join(' ').slice(0, 500) || 'papers are missing', ...named(refused.length > 0 ? refused : missing, wanting) });
  }

  private async differ(tx: Tx, file: FileRow, papers: readonly PaperRow[], found: ReturnType<typeof disagreements>): Promise<void> {
    for (const paper of papers) {
      const own = found.filter((f) => f.paper === paper.kind).map((f) => f.problem);
      if (own.length > 0) await this.note(tx, paper, own);
    }
    await this.block(tx, file, papers.filter((p) => found.some((f) => f.paper === p.kind)));
  }

  private async note(tx: Tx, paper: PaperRow, problems: readonly Problem[]): Promise<void> {
    const kept = paper.problems.filter((p) => !isDifference(p));
    await tx.query(`update export_documents.paper set problems = $2 where id = $1`, [paper.id, JSON.stringify([...kept, ...problems])]);
  }

  private async move(tx: Tx, file: FileRow, verb: Verb): Promise<ExportFileState> {
    const state = exportFileLifecycle.next(file.state, verb);
    await tx.query(`update export_documents.file set state = $2 where id = $1`, [file.id, state]);
    return state;
  }

  /** The goods left with these papers: from here on the file is as it was. */
  async send(tx: Tx, orderId: string): Promise<void> {
    const file = await this.lock(tx, 'order_id', orderId);
    if (file.state === 'complete') await this.move(tx, file, 'send');
  }
}

/** A refused paper with the box and the fault that keep it, so that whoever is stopped by it knows what to do. */
function wanting(paper: PaperRow, locale: Locale): string {
  const fault = paper.problems.find((p) => refuses([p]));
  if (!fault) return nameOf(paper, locale);
  const { box, message } = explain(fault, locale);
  return `${nameOf(paper, locale)} (${box}: ${message})`;
}

function nameOf(paper: PaperRow, locale: Locale): string {
  return `${PAPERS[paper.kind].title[locale]} ${paper.number}`;
}

/** Who waits reads it in her own language, and knows nothing of papers but what this says. */
function named(papers: readonly PaperRow[], say: (paper: PaperRow, locale: Locale) => string): { missing: string[]; missingIn: { fr: string[]; ar: string[] } } {
  const inAll = (locale: Locale): string[] => papers.map((paper) => say(paper, locale));
  return { missing: inAll('en'), missingIn: { fr: inAll('fr'), ar: inAll('ar') } };
}

function isDifference(p: Problem): boolean {
  return p.code === 'PAPERS_DISAGREE' || p.code === 'LINES_DISAGREE';
}
