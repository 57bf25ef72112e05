import { Injectable } from '@nestjs/common';
import { isId, type Actor } from '#libs/kernel';
import { pageByKey, timeMark } from '#libs/registry';
import { Database, pageSize } from '#libs/platform';
import { ChecklistsService } from '../checklist/checklists.service.js';
import { centresRead } from '../inspection/inspectors.service.js';
import { limitOf, shapeOf } from '../shape.js';
import { statusOn, type Certificate, type CertificateStatus } from './certificate.js';
import { dayMark } from '../training/training.rows.js';

export interface CertificateFilter {
  readonly status?: Exclude<CertificateStatus, 'unknown'> | null;
  readonly productType?: string | null;
  readonly artisanId?: string | null;
  readonly centreId?: string | null;
}

export type CertificateOrder = 'newest' | 'ending';

/** A certificate as a list shows it. */
export interface CertificateLine {
  readonly id: string;
  readonly number: string;
  readonly centreId: string;
  readonly artisanId: string;
  readonly productType: string;
  readonly description: string;
  readonly name: Certificate['name'];
  readonly labelNumber: string | null;
  readonly grade: Certificate['grade'];
  readonly validFrom: string;
  readonly validUntil: string;
  readonly endedFor: Certificate['endedFor'];
  readonly makerNameLatin: string | null;
  readonly makerNameArabic: string | null;
  readonly status: CertificateStatus;
}

const COLUMNS = `c.id, c.number, c.centre_id as "centreId", c.artisan_id as "artisanId", c.product_type as "productType", c.description, c.name, c.label_number as "labelNumber", c.grade,
  c.valid_from as "validFrom", c.valid_until as "validUntil", e.ended_for as "endedFor", c.maker_name_latin as "makerNameLatin", c.maker_name_arabic as "makerNameArabic"`;

const BY_STATUS: Readonly<Record<Exclude<CertificateStatus, 'unknown'>, string>> = {
  valid: 'e.certificate_id is null and c.valid_until >= $::date',
  // Also what no job has come by to end.
  expired: `(e.ended_for = 'expired' or (e.certificate_id is null and c.valid_until < $::date))`,
  withdrawn: `e.ended_for = 'withdrawn'`,
};

/** Certificates page by page: an inspector sees those of her centres, the administration those of every one, an artisan her own. */
@Injectable()
export class CertificatePagesService {
  constructor(
    private readonly db: Database,
    private readonly checklists: ChecklistsService,
  ) {}

  async page(actor: Actor, filter: CertificateFilter, order: CertificateOrder, day: string, first: number, after: string | null): Promise<{ nodes: CertificateLine[]; endCursor: string | null; hasNextPage: boolean }> {
    const size = pageSize(first);
    const centres = centresRead(actor, await this.checklists.centres(), filter.centreId ?? null);
    // One centre is compared and not looked up in a list: so the index gives the page in its order.
    const [whose, who] = centres.length > 1 ? ['c.centre_id = any($)', centres] : centres.length === 1 ? ['c.centre_id = $', centres[0]] : ['c.artisan_id = $', actor.artisanId];
    const [key, cast, towards, direction] = order === 'newest' ? ['c.issued_at', 'timestamptz', '<', 'desc'] : ['c.valid_until', 'date', '>', 'asc'];
    const mark = after === null ? null : order === 'newest' ? timeMark(after) : dayMark(after);
    const artisanId = filter.artisanId ?? null;
    if (artisanId !== null && !isId(artisanId)) return { nodes: [], endCursor: null, hasNextPage: false };
    const asked: [condition: string, value: unknown][] = [[whose, who]];
    if (filter.productType) asked.push(['c.product_type = $', filter.productType.replaceAll('\0', '')]);
    if (artisanId !== null) asked.push(['c.artisan_id = $', artisanId]);
    if (filter.status && filter.status !== 'withdrawn') asked.push([BY_STATUS[filter.status], day]);
    const conditions = asked.map(([condition], i) => condition.replaceAll('$', `$${i + 1}`));
    if (filter.status === 'withdrawn') conditions.push(BY_STATUS.withdrawn);
    const n = asked.length;
    const limit = limitOf(size, [...asked.map(([, value]) => value), ...(mark ?? [])]);
    const sql = `select ${key}::text as key, ${COLUMNS} from certification.certificate c left join certification.certificate_end e on e.certificate_id = c.id where ${conditions.join(' and ')} ${mark ? `and (${key}, c.id) ${towards} ($${n + 1}::${cast}, $${n + 2}::uuid)` : ''} order by ${key} ${direction}, c.id ${direction} ${limit.sql}`;
    // Each shape of the question is planned once.
    const rows = await this.db.prepared<Omit<CertificateLine, 'status'> & { key: string }>(shapeOf(sql), sql, limit.params);
    const page = pageByKey(rows, size);
    return { ...page, nodes: page.nodes.map((row): CertificateLine => ({ ...row, status: statusOn(row, day) })) };
  }
}
