import { Injectable } from '@nestjs/common';
import { hasRole, isId, type Actor } from '#libs/kernel';
import { RegistryService, timeMark, type Artisan } from '#libs/registry';
import { Database, encodeCursor, pageSize } from '#libs/platform';
import type { Certificate, CertificateStatus } from './certificate.js';
import { CERTIFICATE } from '../certification.service.js';
import { ChecklistsService, type Centre } from '../checklist/checklists.service.js';
import { dayMark } from '../training/training.rows.js';

export interface CertificateFilter {
  readonly status?: Exclude<CertificateStatus, 'unknown'> | null;
  readonly productType?: string | null;
  readonly artisanId?: string | null;
}

export type CertificateOrder = 'newest' | 'ending';

/** With what a page's lines show of others, read once for all of them. */
export interface CertificateLine extends Certificate {
  readonly maker?: Artisan;
  readonly centre?: Centre;
}

const BY_STATUS: Readonly<Record<Exclude<CertificateStatus, 'unknown'>, string>> = {
  valid: 'e.certificate_id is null and c.valid_until >= $2::date',
  // Also what no job has come by to end.
  expired: `(e.ended_for = 'expired' or (e.certificate_id is null and c.valid_until < $2::date))`,
  withdrawn: `e.ended_for = 'withdrawn'`,
};

/** Certificates page by page: an inspector sees those of her centres, an artisan her own. */
@Injectable()
export class CertificatePagesService {
  constructor(
    private readonly db: Database,
    private readonly registry: RegistryService,
    private readonly checklists: ChecklistsService,
  ) {}

  async page(actor: Actor, filter: CertificateFilter, order: CertificateOrder, day: string, first: number, after: string | null): Promise<{ nodes: CertificateLine[]; endCursor: string | null; hasNextPage: boolean }> {
    const size = pageSize(first);
    const centres = hasRole(actor, 'inspector') ? actor.memberships.filter((m) => m.kind === 'centre').map((m) => m.organisationId) : [];
    // One centre is compared and not looked up in a list: so the index gives the page in its order.
    const whose = centres.length > 1 ? ['c.centre_id = any($1)', centres] : centres.length === 1 ? ['c.centre_id = $1', centres[0]] : ['c.artisan_id = $1', actor.artisanId];
    const [key, cast, towards, direction] = order === 'newest' ? ['c.issued_at', 'timestamptz', '<', 'desc'] : ['c.valid_until', 'date', '>', 'asc'];
    const mark = after === null ? null : order === 'newest' ? timeMark(after) : dayMark(after);
    const artisanId = filter.artisanId ?? null;
    if (artisanId !== null && !isId(artisanId)) return { nodes: [], endCursor: null, hasNextPage: false };
    const rows = await this.db.read<Certificate & { key: string }>(
      `${CERTIFICATE.replace('select ', `select ${key}::text as key, `)}
       where ${whose[0]} and ($2::date is not null) and ($3::text is null or c.product_type = $3) and ($4::uuid is null or c.artisan_id = $4) ${filter.status ? `and ${BY_STATUS[filter.status]}` : ''}
         ${mark ? `and (${key}, c.id) ${towards} ($6::${cast}, $7::uuid)` : ''} order by ${key} ${direction}, c.id ${direction} limit $5`,
      [whose[1], day, filter.productType?.replaceAll('\0', '') ?? null, artisanId, size + 1, ...(mark ?? [])],
    );
    const shown = rows.slice(0, size);
    const [makers, all] = await Promise.all([this.registry.artisans([...new Set(shown.map((row) => row.artisanId))]), this.checklists.centres()]);
    const nodes = shown.map((row): CertificateLine => ({ ...row, maker: makers.find((one) => one.id === row.artisanId)!, centre: all.find((one) => one.id === row.centreId)! }));
    const last = shown.at(-1);
    return { nodes, endCursor: last ? encodeCursor([last.key, last.id]) : null, hasNextPage: rows.length > size };
  }
}
