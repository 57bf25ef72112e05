import { Injectable } from '@nestjs/common';
import { isId } from '#libs/kernel';
import { Database, decodeCursor, encodeCursor, pageSize } from '#libs/platform';

/** One write that a person made. */
export interface AuditLine {
  readonly id: string;
  readonly at: Date;
  /** Null for the house itself. */
  readonly accountId: string | null;
  readonly actorName: string;
  /** `product.withdraw-for`. */
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface AuditFilter {
  readonly subjectType?: string | null;
  readonly subjectId?: string | null;
  readonly accountId?: string | null;
  /** A whole action, or its beginning up to a dot: `product`. */
  readonly action?: string | null;
}

export interface AuditPage {
  readonly nodes: readonly AuditLine[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

/** Who did what to which thing, newest first. The ids carry the time, so a page costs the same however deep it lies. */
@Injectable()
export class AuditTrailService {
  constructor(private readonly db: Database) {}

  async page(filter: AuditFilter, first: number, after: string | null): Promise<AuditPage> {
    const size = pageSize(first);
    const params: unknown[] = [];
    const bind = (value: unknown): string => `$${params.push(value)}`;
    const parts: string[] = [];
    const mark = after === null ? null : String(decodeCursor(after, 1)[0]);
    if (mark !== null && isId(mark)) parts.push(`id < ${bind(mark)}::uuid`);
    if (filter.subjectType) parts.push(`subject_type = ${bind(filter.subjectType)}`);
    if (filter.subjectId) parts.push(`subject_id = ${bind(filter.subjectId)}`);
    // An id that is none names nobody.
    if (filter.accountId) parts.push(isId(filter.accountId) ? `account_id = ${bind(filter.accountId)}::uuid` : 'false');
    if (filter.action) parts.push(`(action = ${bind(filter.action)} or starts_with(action, $${params.length} || '.'))`);
    const where = parts.length > 0 ? `where ${parts.join(' and ')}` : '';
    const rows = await this.db.read<AuditLine>(
      `select id, at, account_id "accountId", actor_name "actorName", action, subject_type "subjectType", subject_id "subjectId", detail
       from platform.audit ${where} order by id desc limit ${size + 1}`,
      params,
    );
    const nodes = rows.slice(0, size);
    return { nodes, endCursor: nodes.length > 0 ? encodeCursor([nodes.at(-1)!.id]) : null, hasNextPage: rows.length > size };
  }
}
