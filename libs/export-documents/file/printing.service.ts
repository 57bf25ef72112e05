import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SYSTEM } from '#libs/kernel';
import { Database, errand, Storage, type Tx } from '#libs/platform';
import { faultsOf } from '../machine/xml-checks.js';
import { FilesService } from './files.service.js';
import { storageKey, PAPER_COLUMNS, type PaperRow } from './paper.row.js';
import { PAPERS } from '../papers/papers.js';
import { problem } from '../papers/problems.js';
import type { Sheet } from '../papers/sheet.js';
import { PaperTooLong, type Printed } from '../typst/typst.compiler.js';
import { TypstRenderer } from '../typst/typst.renderer.js';

/** The fingerprint says which figures are meant: an errand that comes late for figures that moved prints nothing. */
export interface PrintPaper {
  readonly paperId: string;
  readonly quotedSha256: string;
}

export const printPaper = errand<PrintPaper>('export-documents.print-paper', { queue: 'papers', attempts: 6, backoffMs: 2_000 });

/** Longer than all retries of an errand that fails take together. */
const LOST_AFTER_MS = 5 * 60_000;

/** Turns a paper's row into a PDF in the store. May run twice: the same row makes the same bytes under the same name. */
@Injectable()
export class PrintingService {
  constructor(
    private readonly db: Database,
    private readonly storage: Storage,
    private readonly renderer: TypstRenderer,
    private readonly files: FilesService,
  ) {}

  async print({ paperId, quotedSha256 }: PrintPaper): Promise<void> {
    const paper = await this.begin(paperId, quotedSha256);
    if (!paper) return;
    let printed: Printed;
    try {
      printed = await this.renderer.render(checked(PAPERS[paper.kind].sheet(paper.quoted, paper)));
    } catch (error) {
      await this.failed(paper, error);
      // Too long stays too long; anything else may pass next time, and the queue waits longer each time.
      if (error instanceof PaperTooLong) return;
      throw error;
    }
    const bytes = Buffer.from(printed.pdf);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const key = storageKey(paper, sha256);
    await this.storage.put(key, bytes, 'application/pdf');
    await this.db.write(SYSTEM, async (tx) => {
      // The file before its papers, as drawing locks them.
      await this.files.lock(tx, 'id', paper.fileId);
      const done = await tx.query(
        `update export_documents.paper set state = 'ready', storage_key = $3, sha256 = $4, size = $5, pages = $6, printed_at = $7,
           problems = (select coalesce(jsonb_agg(p), '[]') from jsonb_array_elements(problems) p where p->>'code' <> 'RENDER_FAILED')
         where id = $1 and quoted_sha256 = $2 and state = 'rendering' returning id`,
        [paper.id, paper.quotedSha256, key, sha256, bytes.length, printed.pages, tx.now],
      );
      if (done.length > 0) await this.files.settle(tx, paper.fileId);
    });
  }

  /**
   * Asks again for papers whose errand never came back: a worker that was killed too often is given up by the
   * queue, and its paper would wait for ever. Answers how many.
   */
  async askAgain(now: Date): Promise<number> {
    return this.db.write(SYSTEM, async (tx) => {
      const lost = await tx.query<PrintPaper>(
        `update export_documents.paper set asked_at = $2 where id in (
           select id from export_documents.paper where state in ('required', 'rendering') and asked_at < $1 order by asked_at limit 100 for update skip locked)
         returning id "paperId", quoted_sha256 "quotedSha256"`,
        [new Date(now.getTime() - LOST_AFTER_MS), tx.now],
      );
      for (const paper of lost) await tx.send(printPaper, paper);
      return lost.length;
    });
  }

  /** Null when the figures moved since, or another worker has printed it. */
  private async begin(paperId: string, quotedSha256: string): Promise<PaperRow | undefined> {
    return this.db.write(SYSTEM, async (tx) => {
      const [paper] = await tx.query<PaperRow>(
        `update export_documents.paper p set state = 'rendering', attempts = attempts + 1
         where p.id = $1 and p.quoted_sha256 = $2 and p.state in ('required', 'rendering', 'failed') returning ${PAPER_COLUMNS}`,
        [paperId, quotedSha256],
      );
      return paper;
    });
  }

  private async failed(paper: PaperRow, error: unknown): Promise<void> {
    const detail = (error instanceof Error ? error.message : String(error)).slice(0, 300);
    await this.db.write(SYSTEM, async (tx: Tx) => {
      await this.files.lock(tx, 'id', paper.fileId);
      await tx.query(`update export_documents.paper set state = 'failed', problems = problems || $3::jsonb where id = $1 and quoted_sha256 = $2 and state = 'rendering'`, [
        paper.id,
        paper.quotedSha256,
        JSON.stringify(paper.problems.some((p) => p.code === 'RENDER_FAILED') ? [] : [problem('RENDER_FAILED', 'Paper', { detail })]),
      ]);
      await this.files.settle(tx, paper.fileId);
    });
  }
}

/** Nothing a machine would refuse is sealed into a paper. */
function checked(sheet: Sheet): Sheet {
  const faults = (sheet.attachments ?? []).filter((a) => a.type === 'text/xml').flatMap((a) => faultsOf(a.name, a.text));
  if (faults.length > 0) throw new Error(`the copy of ${sheet.number} for machines is wrong: ${faults.slice(0, 3).join('; ')}`);
  return sheet;
}
