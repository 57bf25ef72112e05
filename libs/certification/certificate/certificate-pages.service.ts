import { Injectable } from '@nestjs/common';
import { isId, type Actor } from '#libs/kernel';
import { pageFrom, type Condition, type List } from '#libs/registry';
import { Database } from '#libs/platform';
import { ChecklistsService } from '../checklist/checklists.service.js';
import { centresRead, ofType } from '../inspection/inspectors.service.js';
import { statusOn, type Certificate, type CertificateStatus } from './certificate.js';

export interface CertificateFilter {
  readonly status?: CertificateStatus | null;
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

export interface CertificatePage {
  readonly nodes: CertificateLine[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

/** Which page of a list is asked for, and of what day it tells. */
export interface CertificatesAsked {
  readonly filter: CertificateFilter;
  readonly order: CertificateOrder;
  readonly day: string;
  readonly first: number;
  readonly after: string | null;
}

/** Certificates page by page: an inspector sees those of her centres, the administration those of every one, an artisan her own. */
@Injectable()
export class CertificatePagesService {
  constructor(
    private readonly db: Database,
    private readonly checklists: ChecklistsService,
  ) {}

  async page(actor: Actor, asked: CertificatesAsked): Promise<CertificatePage> {
    const centres = centresRead(actor, await this.checklists.centres(), asked.filter.centreId ?? null);
    if (centres.length === 0) return this.mine(actor, asked);
    const { artisanId = null } = asked.filter;
    // Those of one maker are few: they are found by her, and not by their end.
    return this.list(asked, artisanId === null ? [] : [['c.artisan_id = $', artisanId]], { among: centres, byEnd: artisanId === null });
  }

  /** A maker's own, also where she inspects for a centre besides. */
  mine(actor: Actor, asked: CertificatesAsked): Promise<CertificatePage> {
    const { artisanId = null, centreId } = asked.filter;
    const where: Condition[] = artisanId === null ? [] : [['c.artisan_id = $', artisanId]];
    return this.list(asked, centreId ? [...where, ['c.centre_id = $', centreId]] : where, { whose: actor.artisanId, byEnd: true });
  }

  private async list({ filter, order, day, first, after }: CertificatesAsked, narrowed: readonly Condition[], { among, whose, byEnd }: Whose): Promise<CertificatePage> {
    const { status, productType, artisanId = null } = filter;
    // Nobody issued what is unknown.
    if (status === 'unknown' || (artisanId !== null && !isId(artisanId))) return { nodes: [], endCursor: null, hasNextPage: false };
    // What has ended is found by its end: it may be rare, or far behind all that is valid.
    const ended = byEnd && (status === 'withdrawn' || (status === 'expired' && order === 'newest'));
    const of = ended ? 'e' : 'c';
    const where = [...narrowed];
    if (among === undefined) where.unshift([`${of}.artisan_id = $`, whose]);
    if (productType) where.push(ofType(`${of}.product_type`, productType));
    if (status) where.push(...(ended ? ([['e.ended_for = $', status, 'word']] as const) : BY_STATUS[status](day)));
    const list: List = {
      columns: COLUMNS,
      from: ended ? 'certification.certificate_end e join certification.certificate c on c.id = e.certificate_id' : 'certification.certificate c left join certification.certificate_end e on e.certificate_id = c.id',
      where,
      among: among === undefined ? [] : [[`${of}.centre_id`, among]],
      ...(order === 'newest' ? { key: `${of}.issued_at`, of: 'time' } : { key: `${of}.valid_until`, of: 'day' }),
      id: ended ? 'e.certificate_id' : 'c.id',
      newest: order === 'newest',
      begins: order === 'ending' && status === 'valid' ? day : null,
      ...(among === undefined && { foundFirst: true }),
    };
    const page = await pageFrom<Omit<CertificateLine, 'status'>>(this.db, list, first, after);
    return { ...page, nodes: page.nodes.map((row): CertificateLine => ({ ...row, status: statusOn(row, day) })) };
  }
}

/** The certificates of some centres, or those of one maker. */
interface Whose {
  readonly among?: readonly string[];
  readonly whose?: string | null;
  readonly byEnd: boolean;
}

const BY_STATUS: Readonly<Record<Exclude<CertificateStatus, 'unknown'>, (day: string) => readonly Condition[]>> = {
  valid: (day) => [['e.certificate_id is null'], ['c.valid_until >= $::date', day]],
  // Also what no job has come by to end.
  expired: (day) => [['c.valid_until < $::date', day], [`(e.certificate_id is null or e.ended_for = 'expired')`]],
  withdrawn: () => [[`e.ended_for = 'withdrawn'`]],
};
