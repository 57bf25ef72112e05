import { Injectable } from '@nestjs/common';
import { isId, type Actor } from '#libs/kernel';
import { pageFrom, type Condition, type List } from '#libs/registry';
import { Database } from '#libs/platform';
import { ChecklistsService } from '../checklist/checklists.service.js';
import { centresRead, ofType } from '../inspection/inspectors.service.js';
import { statusOn, type Certificate, type CertificateStatus } from './certificate.js';

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

/** Certificates page by page: an inspector sees those of her centres, the administration those of every one, an artisan her own. */
@Injectable()
export class CertificatePagesService {
  constructor(
    private readonly db: Database,
    private readonly checklists: ChecklistsService,
  ) {}

  async page(actor: Actor, filter: CertificateFilter, order: CertificateOrder, day: string, first: number, after: string | null): Promise<{ nodes: CertificateLine[]; endCursor: string | null; hasNextPage: boolean }> {
    const { status, productType, artisanId = null } = filter;
    if (artisanId !== null && !isId(artisanId)) return { nodes: [], endCursor: null, hasNextPage: false };
    const centres = centresRead(actor, await this.checklists.centres(), filter.centreId ?? null);
    // Those of one maker are few. Among a centre's, what has ended is found by its end: it may be rare, or far behind all that is valid.
    const ended = centres.length > 0 && artisanId === null && (status === 'withdrawn' || (status === 'expired' && order === 'newest'));
    const of = ended ? 'e' : 'c';
    const where: Condition[] = centres.length > 0 ? [] : [['c.artisan_id = $', actor.artisanId]];
    if (productType) where.push(ofType(`${of}.product_type`, productType));
    if (artisanId !== null) where.push(['c.artisan_id = $', artisanId]);
    if (status) where.push(...(ended ? ([['e.ended_for = $', status, 'word']] as const) : BY_STATUS[status](day)));
    const list: List = {
      columns: COLUMNS,
      from: ended ? 'certification.certificate_end e join certification.certificate c on c.id = e.certificate_id' : 'certification.certificate c left join certification.certificate_end e on e.certificate_id = c.id',
      where,
      among: centres.length > 0 ? [[`${of}.centre_id`, centres]] : [],
      ...(order === 'newest' ? { key: `${of}.issued_at`, of: 'time' } : { key: `${of}.valid_until`, of: 'day' }),
      id: ended ? 'e.certificate_id' : 'c.id',
      newest: order === 'newest',
      begins: order === 'ending' && status === 'valid' ? day : null,
      ...(centres.length === 0 && { foundFirst: true }),
    };
    const page = await pageFrom<Omit<CertificateLine, 'status'>>(this.db, list, first, after);
    return { ...page, nodes: page.nodes.map((row): CertificateLine => ({ ...row, status: statusOn(row, day) })) };
  }
}

const BY_STATUS: Readonly<Record<Exclude<CertificateStatus, 'unknown'>, (day: string) => readonly Condition[]>> = {
  valid: (day) => [['e.certificate_id is null'], ['c.valid_until >= $::date', day]],
  // Also what no job has come by to end.
  expired: (day) => [['c.valid_until < $::date', day], [`(e.certificate_id is null or e.ended_for = 'expired')`]],
  withdrawn: () => [[`e.ended_for = 'withdrawn'`]],
};
