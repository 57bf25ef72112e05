import { Injectable } from '@nestjs/common';
import { isId, moroccanDay } from '#libs/kernel';
import { Database, decodeCursor, encodeCursor, pageSize, parse, platformErrors } from '#libs/platform';
import { z } from 'zod';

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
  /** Moroccan days, both of them within. */
  readonly from?: string | null;
  readonly until?: string | null;
  readonly oldest?: boolean;
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
    // An id that is none names nobody.
    if (filter.accountId && !isId(filter.accountId)) return { nodes: [], endCursor: null, hasNextPage: false };
    const params: unknown[] = [];
    // PostgreSQL's text cannot hold NUL: a filter with one matches nothing rather than fail.
    const bind = (value: string): string => `$${params.push(value.replaceAll('\0', '\uFFFD'))}`;
    const [than, by, before] = filter.oldest ? ['>', 'asc', '00000000-0000-0000-0000-000000000000'] : ['<', 'desc', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
    // The first page begins before everything: so it is planned as the ones that follow.
    const parts = [`id ${than} ${bind(after === null ? before : markOf(after))}::uuid`];
    if (filter.subjectType) parts.push(`subject_type = ${bind(filter.subjectType)}`);
    if (filter.subjectId) parts.push(`subject_id = ${bind(filter.subjectId)}`);
    if (filter.accountId) parts.push(`account_id = ${bind(filter.accountId)}::uuid`);
    if (filter.action) parts.push(`${filter.action.includes('.') ? 'action' : `split_part(action, '.', 1)`} = ${bind(filter.action)}`);
    if (filter.from) parts.push(`id >= ${bind(firstId(parse(DAY, filter.from, 'from'), 0))}::uuid`);
    if (filter.until) parts.push(`id < ${bind(firstId(parse(DAY, filter.until, 'until'), 1))}::uuid`);
    const sql = `select id, at, account_id "accountId", actor_name "actorName", action, subject_type "subjectType", subject_id "subjectId", detail
       from platform.audit where ${parts.join(' and ')} order by id ${by} limit ${size + 1}`;
    // A rare act among many: a plan kept for all acts would walk the trail until it meets enough of them, so each is planned for itself.
    const rows = filter.action || filter.subjectType ? await this.db.read<AuditLine>(sql, params) : await this.db.shaped<AuditLine>(sql, params);
    const nodes = rows.slice(0, size);
    return { nodes, endCursor: nodes.length > 0 ? encodeCursor([nodes.at(-1)!.id]) : null, hasNextPage: rows.length > size };
  }
}

const DAY = z.iso.date();

function markOf(after: string): string {
  const [id] = decodeCursor(after, 1);
  if (!isId(id)) throw platformErrors.CURSOR_INVALID({}, 'after');
  return id;
}

/** No id of that Moroccan day, or of one so many days later, is smaller: the first 48 bits of an id are its millisecond. */
function firstId(day: string, later: number): string {
  const midnight = startOfDay(new Date(Date.parse(`${day}T12:00:00Z`) + later * 86_400_000).toISOString().slice(0, 10));
  const hex = midnight.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

/** Morocco is an hour ahead of UTC, and at UTC during Ramadan: the earlier moment at which its calendar says that day. */
function startOfDay(day: string): number {
  const utc = Date.parse(`${day}T00:00:00Z`);
  return [utc - 3_600_000, utc].find((at) => moroccanDay(new Date(at)) === day) ?? utc;
}
