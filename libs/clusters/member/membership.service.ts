import { Injectable } from '@nestjs/common';
import { hasRole, isId, type Actor } from '#libs/kernel';
import { Database, parse, type Tx } from '#libs/platform';
import { MandatesService, RegistryService, type Condition, type Shown } from '#libs/registry';
import { z } from 'zod';
import { ClustersService } from '../clusters.service.js';
import { clustersErrors } from '../clusters.errors.js';
import { feeColumns } from '../fee/fee.columns.js';
import { feeWords, isSameFee, type FeeTerms, type RoleFee } from '../fee/fee.js';
import { CoordinationService } from './coordination.service.js';
import { CirclesService } from './circles.service.js';
import { MEMBERSHIP_SIDE, membershipLifecycle, type MembershipState, type MembershipVerb, type Permission } from './membership.js';
import { TieLettersService } from './tie-letters.service.js';
import { LotsService } from '../lot/lots.service.js';
import { OffersService } from '../offer/offers.service.js';
import { TIE_STATES } from '../words.js';
import { NOTHING, walked, type PageAsked, type PageOf } from '../page.types.js';

export interface Member {
  readonly clusterId: string;
  readonly artisanId: string;
  readonly state: MembershipState;
  readonly coordinator: boolean;
  /** The sums over the roles of the fee she was shown. */
  readonly feeBp: number;
  readonly feeItemMinor: number;
  readonly feeKgMinor: number;
  readonly feeOrderMinor: number;
  /** What the fee she was shown is made of. */
  readonly fees: RoleFee[];
  /** Pieces she can have in hand at once, and her agreed part of shared orders. */
  readonly capacity: number;
  readonly quota: number | null;
  readonly permissions: Permission[];
  /** A page brings each of them. */
  readonly artisan?: Shown;
}

interface MemberRow {
  state: MembershipState;
  coordinator: boolean;
  fee: FeeTerms;
}

const workShape = z.object({ capacity: z.number().int().min(0).max(100_000).nullish(), quota: z.number().int().min(0).max(10_000).nullish() });

/** Who is in a cluster, at which fee, and what each lets it do. */
@Injectable()
export class MembershipService {
  constructor(
    private readonly db: Database,
    private readonly clusters: ClustersService,
    private readonly offers: OffersService,
    private readonly lots: LotsService,
    private readonly circles: CirclesService,
    private readonly registry: RegistryService,
    private readonly letters: TieLettersService,
    private readonly coordination: CoordinationService,
    private readonly mandates: MandatesService,
  ) {}

  /** Members as coordinators see them; a member sees her own line; others see nothing. */
  async members(actor: Actor, clusterId: string, asked: PageAsked & { state?: MembershipState | null | undefined }): Promise<PageOf<Member>> {
    if (!isId(clusterId)) return NOTHING;
    const all = hasRole(actor, 'admin', 'desk') || (await this.clusters.coordinatedBy(actor)).includes(clusterId);
    const where: Condition[] = [['m.cluster_id = $', clusterId], [`m.state <> 'outside'`]];
    if (!all) where.push(['m.artisan_id = $', actor.artisanId]);
    if (asked.state) where.push(['m.state = $', asked.state, 'word']);
    return walked<Member & { id: string }>(this.db, { columns: `m.artisan_id as id, ${COLUMNS}`, from: 'clusters.member m', where, key: 'm.changed_at', id: 'm.artisan_id', withArtisan: true }, asked);
  }

  /** An artisan's own ties, invitations waiting for her answer among them. */
  async myMemberships(actor: Actor): Promise<Member[]> {
    return actor.artisanId ? this.db.prepared<Member>('clusters.my-ties', `${SELECT} where m.artisan_id = $1 and m.state <> 'outside' order by m.coordinator desc, m.cluster_id limit 500`, [actor.artisanId]) : [];
  }

  /**
   * Every step between an artisan and a cluster. `read` is the fee the artisan has read; asking and accepting
   * need it, and are refused when the cluster's has moved since.
   */
  async step(actor: Actor, clusterId: string, artisanId: string, verb: MembershipVerb, read: FeeTerms | null): Promise<Member> {
    return this.db.write(actor, async (tx) => {
      const member = await this.lock(tx, clusterId, artisanId);
      await this.assertSide(tx, clusterId, artisanId, verb, member.state);
      if (!membershipLifecycle.can(member.state, verb)) throw clustersErrors.CLUSTER_TIE_MOVED({ state: member.state }).worded({ state: TIE_STATES[member.state] });
      const state = membershipLifecycle.next(member.state, verb);
      // Nobody who is not in the register is waited for, and only who may sell today joins others to sell with them.
      const joins = state === 'active' || verb === 'invite' || verb === 'request';
      if (joins && !(await this.registry.maySell(artisanId, tx))) throw clustersErrors.CLUSTER_ARTISAN_UNREGISTERED({}, 'artisanId');
      if (joins) await this.circles.assertNone(tx, clusterId, artisanId);
      const fee = await this.feeAfter(tx, clusterId, verb, member, read);
      if (verb === 'invite' || verb === 'request') await this.clusters.copyFees(tx, clusterId, artisanId);
      if (verb === 'leave' || verb === 'remove') await this.depart(tx, clusterId, artisanId, member);
      await tx.query(`update clusters.member set state = $3, coordinator = coordinator and $3 = 'active', fee_bp = $4, fee_item_minor = $5, fee_kg_minor = $6, changed_at = $7, fee_order_minor = $8 where cluster_id = $1 and artisan_id = $2`, [
        clusterId, artisanId, state, fee.bp, fee.itemMinor, fee.kgMinor, tx.now, fee.orderMinor,
      ]);
      if (state !== member.state && (state === 'active' || member.state === 'active')) await tx.publish('ClusterMembershipChanged', { clusterId, artisanId, member: state === 'active' });
      if (verb !== 'retract') await this.letters.tell(tx, { clusterId, artisanId, news: verb });
      await tx.audit({ action: `cluster.${verb}`, subject: { type: 'cluster', id: clusterId }, detail: { artisanId, fee } });
      return this.read(tx, clusterId, artisanId);
    });
  }

  async setCoordinator(actor: Actor, clusterId: string, artisanId: string, coordinator: boolean): Promise<Member> {
    return this.db.write(actor, async (tx) => {
      const member = await this.lock(tx, clusterId, artisanId);
      await this.clusters.assertCoordinator(tx, clusterId);
      if (member.state !== 'active') throw clustersErrors.CLUSTER_NOT_MEMBER();
      if (coordinator !== member.coordinator) await this.coordination.put(tx, clusterId, artisanId, coordinator);
      return this.read(tx, clusterId, artisanId);
    });
  }

  /** Hers alone to give and to take back; taking back `list` takes her goods out of the cluster's name at once. */
  async setPermission(actor: Actor, clusterId: string, permission: Permission, granted: boolean): Promise<Member> {
    const artisanId = actor.artisanId;
    if (!artisanId) throw clustersErrors.CLUSTER_NOT_MEMBER();
    return this.db.write(actor, async (tx) => {
      const member = await this.lock(tx, clusterId, artisanId);
      if (member.state !== 'active') throw clustersErrors.CLUSTER_NOT_MEMBER();
      if (granted) {
        await tx.query(`insert into clusters.permission (cluster_id, artisan_id, permission, granted_at) values ($1,$2,$3,$4) on conflict do nothing`, [
          clusterId, artisanId, permission, tx.now,
        ]);
      } else {
        await tx.query(`delete from clusters.permission where cluster_id = $1 and artisan_id = $2 and permission = $3`, [clusterId, artisanId, permission]);
        if (permission === 'list') await this.offers.withdrawAll(tx, clusterId, artisanId);
        if (permission === 'price') await this.offers.priceAgain(tx, clusterId, artisanId);
        if (permission === 'stock') await this.offers.keepNothingBack(tx, clusterId, artisanId);
      }
      await tx.audit({ action: granted ? 'cluster.grant' : 'cluster.revoke', subject: { type: 'cluster', id: clusterId }, detail: { artisanId, permission } });
      return this.read(tx, clusterId, artisanId);
    });
  }

  /** She says what she can make, the coordinators what her part of shared orders is. */
  async setWork(actor: Actor, clusterId: string, artisanId: string, raw: { capacity?: number | null; quota?: number | null }): Promise<Member> {
    const work = parse(workShape, raw, 'input');
    return this.db.write(actor, async (tx) => {
      const member = await this.lock(tx, clusterId, artisanId);
      if (work.quota !== undefined || actor.artisanId !== artisanId) await this.clusters.assertCoordinator(tx, clusterId);
      if (member.state !== 'active') throw clustersErrors.CLUSTER_NOT_MEMBER();
      await tx.query(`update clusters.member set capacity = coalesce($3, capacity), quota = case when $5 then $4 else quota end where cluster_id = $1 and artisan_id = $2`, [
        clusterId, artisanId, work.capacity ?? null, work.quota ?? null, work.quota !== undefined,
      ]);
      await tx.audit({ action: 'cluster.work', subject: { type: 'cluster', id: clusterId }, detail: { artisanId, ...work } });
      return this.read(tx, clusterId, artisanId);
    });
  }

  /** Locks the cluster, so that two coordinators leaving at once do so one after the other, then her line. */
  private async lock(tx: Tx, clusterId: string, artisanId: string): Promise<MemberRow> {
    if (!isId(clusterId) || !isId(artisanId)) throw clustersErrors.CLUSTER_NOT_FOUND();
    const cluster = await tx.query(`select 1 from clusters.cluster where id = $1 for update`, [clusterId]);
    if (cluster.length === 0) throw clustersErrors.CLUSTER_NOT_FOUND();
    const [row] = await tx.query<MemberRow>(
      `insert into clusters.member (cluster_id, artisan_id, state, fee_bp, changed_at) values ($1,$2,'outside',0,$3)
       on conflict (cluster_id, artisan_id) do update set changed_at = clusters.member.changed_at
       returning state, coordinator, json_build_object('bp', fee_bp, 'itemMinor', fee_item_minor, 'kgMinor', fee_kg_minor, 'orderMinor', fee_order_minor) fee`,
      [clusterId, artisanId, tx.now],
    );
    return row!;
  }

  private async assertSide(tx: Tx, clusterId: string, artisanId: string, verb: MembershipVerb, state: MembershipState): Promise<void> {
    let side = MEMBERSHIP_SIDE[verb];
    if (side === 'opener') side = state === 'requested' ? 'artisan' : 'coordinator';
    if (side === 'coordinator') return this.clusters.assertCoordinator(tx, clusterId);
    if (tx.actor.artisanId !== artisanId) throw clustersErrors.CLUSTER_MEMBER_NOT_FOUND();
  }

  private async feeAfter(tx: Tx, clusterId: string, verb: MembershipVerb, member: MemberRow, read: FeeTerms | null): Promise<FeeTerms> {
    if (verb !== 'accept' && verb !== 'request' && verb !== 'invite') return member.fee;
    const [cluster] = await tx.query<FeeTerms>(`select ${feeColumns()} from clusters.cluster where id = $1`, [clusterId]);
    const current = verb === 'accept' ? member.fee : cluster!;
    if (verb !== 'invite' && !(read && isSameFee(read, current))) throw clustersErrors.CLUSTER_FEE_CHANGED(feeWords(current), 'feeBp');
    return current;
  }

  private async depart(tx: Tx, clusterId: string, artisanId: string, member: MemberRow): Promise<void> {
    await this.coordination.leave(tx, clusterId, artisanId, member.coordinator);
    await this.mandates.endBetween(tx, artisanId, { agentKind: 'cluster', agentId: clusterId });
    await this.offers.withdrawAll(tx, clusterId, artisanId);
    await this.lots.comeBackFrom(tx, clusterId, artisanId);
    await tx.query(`delete from clusters.permission where cluster_id = $1 and artisan_id = $2`, [clusterId, artisanId]);
  }

  private async read(tx: Tx, clusterId: string, artisanId: string): Promise<Member> {
    const rows = await tx.query<Member>(`${SELECT} where m.cluster_id = $1 and m.artisan_id = $2`, [clusterId, artisanId]);
    return rows[0]!;
  }
}

const COLUMNS = `m.cluster_id "clusterId", m.artisan_id "artisanId", m.state, m.coordinator, m.changed_at "changedAt", m.fee_bp "feeBp", m.fee_item_minor "feeItemMinor", m.fee_kg_minor "feeKgMinor", m.fee_order_minor "feeOrderMinor", m.capacity, m.quota,
  coalesce((select array_agg(p.permission order by p.permission) from clusters.permission p
            where p.cluster_id = m.cluster_id and p.artisan_id = m.artisan_id), '{}') permissions,
  coalesce((select json_agg(json_build_object('role', f.role, 'bp', f.bp, 'itemMinor', f.item_minor, 'kgMinor', f.kg_minor, 'orderMinor', f.order_minor) order by f.role) from clusters.member_fee f
            where f.cluster_id = m.cluster_id and f.artisan_id = m.artisan_id), '[]') fees`;
const SELECT = `select ${COLUMNS} from clusters.member m`;
