import { Injectable } from '@nestjs/common';
import { belongsTo, hasRole, isId, type Actor } from '#libs/kernel';
import { IdentityService } from '#libs/identity';
import type { Tx } from '#libs/platform';
import { BRANCHES, type Condition } from '#libs/registry';
import { startOfDay } from '../certificate/certificate.js';
import { certificationErrors } from '../certification.errors.js';
import type { Inspection } from './inspection.js';

export const INSPECTION = `id, centre_id as "centreId", artisan_id as "artisanId", product_type as "productType", variant, piece_id as "pieceId", lot_size as "lotSize", description, name, materials, made_from as "madeFrom", made_until as "madeUntil",
  state, requested_at as "requestedAt", appointed_for as "appointedFor", decision_reason as "decisionReason", second_look_of as "secondLookOf"`;

/** Its maker, as a page of one inspection shows her. */
export const WHOSE = `(select json_build_object('id', a.id, 'nameLatin', a.name_latin, 'nameArabic', a.name_arabic, 'category', a.category, 'regionCode', a.region_code, 'provinceCode', a.province_code) from registry.artisan a where a.id = artisan_id) as whose`;

/** Whose eyes may judge what: an inspector of that centre, and never her own or her cluster's work. */
@Injectable()
export class InspectorsService {
  constructor(private readonly identity: IdentityService) {}

  /** The inspection, locked for a decision by this inspector; for those of another centre it is not there. */
  async take(tx: Tx, actor: Actor, inspectionId: string): Promise<Inspection> {
    const [inspection] = isId(inspectionId) ? await tx.query<Inspection>(`select ${INSPECTION} from certification.inspection where id = $1 for update`, [inspectionId]) : [];
    if (!inspection || !inspectsFor(actor, inspection.centreId)) throw certificationErrors.INSPECTION_NOT_FOUND({}, 'input.inspectionId');
    await this.refuseOwnWork(actor, inspection.artisanId, tx, begun(inspection));
    if (inspection.secondLookOf !== null) await this.refuseSameEyes(tx, actor, inspection.secondLookOf);
    return inspection;
  }

  /** Whoever saw or decided the first time does not judge the second. */
  private async refuseSameEyes(tx: Tx, actor: Actor, firstId: string): Promise<void> {
    const seen = await tx.query(`select from certification.examination where inspection_id = $1 and account_id = $2
      union all select from certification.inspection where id = $1 and decided_by = $2`, [firstId, actor.accountId]);
    if (seen.length > 0) throw certificationErrors.INSPECTION_SAME_EYES();
  }

  /** Her own, or that of somebody in a cluster she works for or is a member of: now, or since the work was begun. Whoever leaves does not come back to judge what she left. */
  async refuseOwnWork(actor: Actor, artisanId: string, tx: Tx, since: Date = tx.now): Promise<void> {
    if (actor.artisanId === artisanId) throw certificationErrors.INSPECTION_OWN_WORK();
    const works = actor.memberships.filter((m) => m.kind === 'cluster').map((m) => m.organisationId);
    const [colleague] = await tx.query(COLLEAGUES, [artisanId, actor.artisanId, works, since]);
    if (colleague) throw certificationErrors.INSPECTION_OWN_WORK();
    if (works.length === 0) return;
    for (const accountId of await this.identity.accountsOf({ artisanId }, tx)) {
      const maker = await this.identity.actorFor(accountId, '', 'en', tx);
      if (works.some((cluster) => belongsTo(maker, 'cluster', cluster))) throw certificationErrors.INSPECTION_OWN_WORK();
    }
  }

  /** As the clusters say it. Facts may overtake each other: the one said last counts. */
  async noteMember(tx: Tx, clusterId: string, artisanId: string, member: boolean, at: Date): Promise<void> {
    await tx.query(
      `insert into certification.cluster_member (cluster_id, artisan_id, member, at) values ($1,$2,$3,$4)
       on conflict (cluster_id, artisan_id) do update set member = excluded.member, at = excluded.at where cluster_member.at <= excluded.at`,
      [clusterId, artisanId, member, at],
    );
  }
}

const COLLEAGUES = `select from certification.cluster_member maker where maker.artisan_id = $1 and (maker.member or maker.at > $4)
  and (maker.cluster_id::text = any($3) or exists (select from certification.cluster_member hers where hers.cluster_id = maker.cluster_id and hers.artisan_id = $2 and (hers.member or hers.at > $4))) limit 1`;

/** When the work was begun, as its maker says, or else when it was brought. */
function begun({ requestedAt, madeFrom }: Inspection): Date {
  const first = madeFrom === null ? requestedAt : startOfDay(madeFrom);
  return first < requestedAt ? first : requestedAt;
}

/** Who may look into what a centre does: its inspectors, and the administration, which reads and decides nothing. */
export function readsOf(actor: Actor, centreId: string): boolean {
  return inspectsFor(actor, centreId) || hasRole(actor, 'admin');
}

/** The centres she may look into, or the one of them she asks for. */
export function centresRead(actor: Actor, every: readonly { readonly id: string }[], asked: string | null): string[] {
  return every.map(({ id }) => id).filter((id) => readsOf(actor, id) && (asked === null || asked === id));
}

/** Product types are the branches of the register: one of them is written into the statement, so that a rare one is planned as such. */
export function ofType(column: string, productType: string): Condition {
  return BRANCHES.some(({ code }) => code === productType) ? [`${column} = $`, productType, 'word'] : [`${column} = $`, productType];
}

export function inspectsFor(actor: Actor, centreId: string): boolean {
  return hasRole(actor, 'inspector') && belongsTo(actor, 'centre', centreId);
}
