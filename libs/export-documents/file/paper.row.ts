import { createHash } from 'node:crypto';
import type { ExportFileState, PaperState } from './export-file.js';
import type { PaperKind } from '../papers/papers.js';
import type { Problem } from '../papers/problems.js';
import type { Trade } from '../trade/trade.js';
import type { Transport } from '../trade/transport.js';

/** What packing measured for one order. */
export interface Measured {
  readonly grossWeightGrams: number;
  readonly packages: number;
}

export interface FileRow {
  readonly id: string;
  readonly orderId: string;
  readonly state: ExportFileState;
  readonly version: number;
  readonly buyerAccountId: string | null;
  readonly exporterKind: 'artisan' | 'cluster';
  readonly exporterId: string;
  readonly trade: Trade | null;
  readonly packing: Measured | null;
  readonly transport: Transport | null;
  readonly consignmentId: string | null;
  readonly originReference: string | null;
  readonly asked: readonly PaperKind[];
  readonly completedAt: Date | null;
}

export interface PaperRow {
  readonly id: string;
  readonly fileId: string;
  readonly orderId: string;
  readonly kind: PaperKind;
  readonly number: string;
  readonly version: number;
  readonly state: PaperState;
  readonly issuedOn: string;
  readonly quoted: unknown;
  readonly quotedSha256: string;
  readonly problems: readonly Problem[];
  readonly attempts: number;
  readonly storageKey: string | null;
  readonly sha256: string | null;
  readonly size: number | null;
  readonly pages: number | null;
}

export const FILE_COLUMNS = `f.id, f.order_id "orderId", f.state, f.version, f.buyer_account_id "buyerAccountId", f.exporter_kind "exporterKind",
  f.exporter_id "exporterId", f.trade, f.packing, f.transport, f.consignment_id "consignmentId", f.origin_reference "originReference", f.asked,
  f.completed_at "completedAt"`;

export const PAPER_COLUMNS = `p.id, p.file_id "fileId", p.order_id "orderId", p.kind, p.number, p.version, p.state, p.issued_on "issuedOn", p.quoted,
  p.quoted_sha256 "quotedSha256", p.problems, p.attempts, p.storage_key "storageKey", p.sha256, p.size, p.pages`;

/** The newest version of each kind, in no order; of a kind the rules dropped it is superseded. */
export const CURRENT_PAPERS = `select distinct on (p.kind) ${PAPER_COLUMNS} from export_documents.paper p where p.file_id = $1 order by p.kind, p.version desc`;

export function fingerprint(quoted: unknown): string {
  return createHash('sha256').update(JSON.stringify(quoted)).digest('hex');
}

/** The bytes' hash is part of the name, so one order's paper can never be written over another's. */
export function storageKey(paper: Pick<PaperRow, 'orderId' | 'number' | 'version'>, sha256: string): string {
  return `papers/${paper.orderId}/${paper.number.toLowerCase()}-v${paper.version}-${sha256}.pdf`;
}

export function isLive(paper: Pick<PaperRow, 'state'>): boolean {
  return paper.state !== 'superseded';
}

export function isPrinted(paper: Pick<PaperRow, 'sha256'>): boolean {
  return paper.sha256 !== null;
}
