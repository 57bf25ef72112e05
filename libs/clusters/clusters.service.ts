import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { belongsTo, fold, hasRole, isId, lineOfText, freeText, type Actor } from '#libs/kernel';
import { Database, decodeCursor, pageSize, parse, platformErrors, type Tx } from '#libs/platform';
import { RegistryService } from '#libs/registry';
import { clustersErrors } from './clusters.errors.js';
import type { RoleFee } from './fee/fee.js';
import { partShape } from './fee/fee.shapes.js';
import { pageOf, placeOf, type PageOf } from './page.types.js';
import { LEGAL_FORMS, type LegalForm } from './member/membership.js';

export interface Cluster {
  readonly id: string;
  readonly name: string;
  readonly nameAr: string | null;
  readonly legalForm: LegalForm;
  readonly ice: string | null;
  readonly address: string;
  readonly city: string;
  readonly regionCode: string;
  readonly branch: string;
  readonly rules: string;
  /** The sums over its roles. */
  readonly feeBp: number;
  readonly feeItemMinor: number;
  readonly feeKgMinor: number;
  readonly feeOrderMinor: number;
  /** What the fee is made of. */
  readonly fees: RoleFee[];
  /** Since when nobody speaks for it. */
  readonly restedAt: Date | null;
}

export interface CreateCluster {
  readonly id: string;
  readonly name: string;
  readonly nameAr?: string | null | undefined;
  readonly legalForm: string;
  readonly ice?: string | null | undefined;
  readonly address: string;
  readonly city: string;
  readonly regionCode: string;
  readonly branch: string;
  readonly rules: string;
  readonly feeBp: number;
}

export interface ClusterFilter {
  readonly regionCode?: string | null | undefined;
  readonly branch?: string | null | undefined;
  readonly query?: string | null | undefined;
  readonly sort?: 'NAME' | 'NEWEST' | undefined;
}

const createShape = z.object({
  id: z.string().refine(isId, 'a UUID'),
  legalForm: z.enum(LEGAL_FORMS),
  ice: z.string().refine((ice) => /^\d{15}$/.test(ice), { message: 'Write the fifteen digits of the ICE, or nothing.', params: { fr: 'Écrivez les quinze chiffres de l’ICE, ou rien.', ar: 'اكتب أرقام ICE الخمسة عشر أو اترك الخانة فارغة.' } }).nullish(),
  regionCode: z.string().regex(/^MA-(0[1-9]|1[0-2])$/),
  branch: z.string().regex(/^[a-z0-9_-]{1,60}$/),
  feeBp: partShape,
});

/** As the index of the directory has it. */
const SOUGHT = `platform.fold(name || ' ' || coalesce(name_ar, ''))`;

const COLUMNS = `c.id, c.name, c.name_ar "nameAr", c.legal_form "legalForm", c.ice, c.address, c.city,
  c.region_code "regionCode", c.branch, c.rules, c.fee_bp "feeBp", c.fee_item_minor "feeItemMinor", c.fee_kg_minor "feeKgMinor", c.fee_order_minor "feeOrderMinor", c.rested_at "restedAt",
  coalesce((select json_agg(json_build_object('role', f.role, 'bp', f.bp, 'itemMinor', f.item_minor, 'kgMinor', f.kg_minor, 'orderMinor', f.order_minor) order by f.role) from clusters.fee f where f.cluster_id = c.id), '[]') fees`;

const COORDINATORS = `select artisan_id from clusters.member where cluster_id = $1 and coordinator order by artisan_id`;

/** The groupings themselves, and who may speak for one. */
@Injectable()
export class ClustersService {
  constructor(
    private readonly db: Database,
    private readonly registry: RegistryService,
  ) {}

  /** The artisan who founds a cluster is its first coordinator. */
  async create(actor: Actor, input: CreateCluster): Promise<Cluster> {
    const shape = parse(createShape, input, 'input');
    const artisanId = actor.artisanId;
    if (!artisanId) throw clustersErrors.CLUSTER_ARTISAN_UNREGISTERED();
    const name = lineOfText(input.name, 120, 'input.name');
    const nameAr = input.nameAr ? lineOfText(input.nameAr, 120, 'input.nameAr') : null;
    const address = lineOfText(input.address, 160, 'input.address');
    const city = lineOfText(input.city, 80, 'input.city');
    const rules = freeText(input.rules, 4_000, 'input.rules');
    return this.db.write(actor, async (tx) => {
      if (!(await this.registry.maySell(artisanId, tx))) throw clustersErrors.CLUSTER_ARTISAN_UNREGISTERED();
      const taken = await tx.query(`select 1 from clusters.cluster where platform.fold(name) = platform.fold($1) and id <> $2`, [name, shape.id]);
      if (taken.length > 0) throw clustersErrors.CLUSTER_NAME_TAKEN({}, 'input.name');
      const made = await tx.query(
        `insert into clusters.cluster (id, name, name_ar, legal_form, ice, address, city, region_code, branch, rules, fee_bp, created_at, entry_id)
         values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13) on conflict do nothing returning id`,
        [shape.id, name, nameAr, shape.legalForm, shape.ice ?? null, address, city, shape.regionCode, shape.branch, rules, shape.feeBp, tx.now, await this.entryOf(tx, artisanId)],
      );
      // A repeat, or a race for the name: only who coordinates the row there is answered with it.
      if (made.length === 0) return this.ofCoordinator(tx, shape.id, artisanId);
      await tx.query(
        `insert into clusters.member (cluster_id, artisan_id, state, coordinator, fee_bp, changed_at) values ($1,$2,'active',true,$3,$4)`,
        [shape.id, artisanId, shape.feeBp, tx.now],
      );
      // Until it says otherwise, the fee is for coordinating.
      if (shape.feeBp > 0) await tx.query(`insert into clusters.fee (cluster_id, role, bp) values ($1,'coordinator',$2)`, [shape.id, shape.feeBp]);
      await this.copyFees(tx, shape.id, artisanId);
      await tx.publish('ClusterMembershipChanged', { clusterId: shape.id, artisanId, member: true });
      await tx.audit({ action: 'cluster.create', subject: { type: 'cluster', id: shape.id } });
      return (await this.one(tx, shape.id))!;
    });
  }

  /** A founder that is a cooperative or an enterprise in the register is the grouping's own entry, and that of one grouping only. */
  private async entryOf(tx: Tx, artisanId: string): Promise<string | null> {
    const { category } = await this.registry.artisan(artisanId, tx);
    if (category !== 'cooperative' && category !== 'enterprise') return null;
    const taken = await tx.query(`select 1 from clusters.cluster where entry_id = $1`, [artisanId]);
    return taken.length === 0 ? artisanId : null;
  }

  /** In the order of their names, or the newest first; of a region, a craft, or with some letters in either of their names. */
  async clusters(filter: ClusterFilter, first: number, after?: string): Promise<PageOf<Cluster>> {
    const size = pageSize(first);
    const newest = filter.sort === 'NEWEST';
    const [at, id] = newest ? this.newestMark(after) : this.nameMark(after);
    const params: unknown[] = [];
    const bind = (value: unknown): string => `$${params.push(value)}`;
    const where = [
      ...(filter.regionCode ? [`c.region_code = ${bind(plain(filter.regionCode))}`] : []),
      ...(filter.branch ? [`c.branch = ${bind(plain(filter.branch))}`] : []),
      // Found by its letters first: walked in the order of names, each of them would be folded on the way.
      ...(filter.query ? [`c.id in (with found as materialized (select id from clusters.cluster where ${SOUGHT} like ${bind(`%${fold(filter.query)}%`)}) select id from found)`] : []),
      ...(id === null ? [] : [newest ? `(c.created_at, c.id) < (${bind(at)}::timestamptz, ${bind(id)}::uuid)` : `(c.name, c.id) > (${bind(at)}, ${bind(id)}::uuid)`]),
    ];
    const sql = `select ${COLUMNS}, c.created_at "createdAt" from clusters.cluster c ${where.length > 0 ? `where ${where.join(' and ')}` : ''} order by ${newest ? 'c.created_at desc, c.id desc' : 'c.name, c.id'} limit ${bind(size + 1)}`;
    // Each shape of the question is planned once: which filters there are, and whether a page came before.
    const shape = [newest, filter.regionCode, filter.branch, filter.query, id].map((part) => (part ? 1 : 0)).join('');
    const rows = await this.db.prepared<Cluster & { createdAt: Date }>(`clusters.directory.${shape}`, sql, params);
    return pageOf(rows, size, (row) => ({ at: newest ? row.createdAt : row.name, id: row.id }));
  }

  private nameMark(after: string | undefined): readonly [string | null, string | null] {
    const [name, id] = after === undefined ? [null, null] : decodeCursor(after, 2);
    if (after !== undefined && (typeof name !== 'string' || name.includes('\0') || !isId(id))) throw platformErrors.CURSOR_INVALID({}, 'after');
    return [name as string | null, id as string | null];
  }

  private newestMark(after: string | undefined): readonly [string | null, string | null] {
    return after === undefined ? [null, null] : placeOf(decodeCursor(after, 2));
  }

  async clustersOf(ids: readonly string[]): Promise<Cluster[]> {
    return this.db.prepared<Cluster>('clusters.some', `select ${COLUMNS} from clusters.cluster c where c.id = any($1::uuid[])`, [ids]);
  }

  async cluster(id: string, tx?: Tx): Promise<Cluster | null> {
    const sql = `select ${COLUMNS} from clusters.cluster c where c.id = $1`;
    const [found] = !isId(id) ? [] : tx ? await tx.query<Cluster>(sql, [id]) : await this.db.prepared<Cluster>('clusters.one', sql, [id]);
    return found ?? null;
  }

  async coordinated(actor: Actor): Promise<Cluster[]> {
    return this.db.prepared<Cluster>('clusters.coordinated', `select ${COLUMNS} from clusters.cluster c where c.id = any($1::uuid[]) order by c.name, c.id`, [await this.coordinatedBy(actor)]);
  }

  async name(tx: Tx, id: string): Promise<string> {
    const found = await this.one(tx, id);
    if (!found) throw clustersErrors.CLUSTER_NOT_FOUND();
    return found.name;
  }

  /** The clusters this person speaks for: as an agent of the organisation, or as a coordinating member who may sell today. */
  async coordinatedBy(actor: Actor): Promise<string[]> {
    const agent = actor.memberships.filter((m) => m.kind === 'cluster').map((m) => m.organisationId);
    if (!actor.artisanId) return agent;
    const rows = await this.db.prepared<{ id: string }>('clusters.coordinated-by', `select cluster_id id from clusters.member where artisan_id = $1 and coordinator`, [actor.artisanId]);
    const hers = rows.length > 0 && (await this.registry.sellersAmong(null, [actor.artisanId])).size > 0 ? rows : [];
    return [...new Set([...agent, ...hers.map((row) => row.id)])];
  }

  /** The artisans who coordinate it: whom to write to. */
  async coordinatorsOf(clusterId: string): Promise<string[]> {
    return this.able(null, await this.db.read(COORDINATORS, [clusterId]));
  }

  /** The same inside a transaction: who has lost her standing coordinates nothing until she has it back. */
  async coordinatorsIn(tx: Tx, clusterId: string): Promise<string[]> {
    return this.able(tx, await tx.query(COORDINATORS, [clusterId]));
  }

  private async able(tx: Tx | null, named: readonly { artisan_id: string }[]): Promise<string[]> {
    const able = await this.registry.sellersAmong(tx, named.map((row) => row.artisan_id));
    return named.map((row) => row.artisan_id).filter((id) => able.has(id));
  }

  /** A stranger is told that the cluster does not exist for her to change; a coordinator without her standing, why she may not. */
  async assertCoordinator(tx: Tx, clusterId: string): Promise<void> {
    const { artisanId } = tx.actor;
    if (isId(clusterId) && (hasRole(tx.actor, 'admin', 'system') || belongsTo(tx.actor, 'cluster', clusterId))) return;
    const named = isId(clusterId) && artisanId !== null && (await tx.query(`select 1 from clusters.member where cluster_id = $1 and artisan_id = $2 and coordinator`, [clusterId, artisanId])).length > 0;
    if (!named) throw clustersErrors.CLUSTER_NOT_FOUND();
    if ((await this.registry.sellersAmong(tx, [artisanId])).size === 0) throw clustersErrors.CLUSTER_COORDINATOR_UNREGISTERED();
  }

  /** What a member is shown is what she pays: the cluster's roles of that moment, kept with her line. */
  async copyFees(tx: Tx, clusterId: string, artisanId: string): Promise<void> {
    await tx.query(`delete from clusters.member_fee where cluster_id = $1 and artisan_id = $2`, [clusterId, artisanId]);
    await tx.query(
      `insert into clusters.member_fee (cluster_id, artisan_id, role, bp, item_minor, kg_minor, order_minor)
       select cluster_id, $2, role, bp, item_minor, kg_minor, order_minor from clusters.fee where cluster_id = $1`,
      [clusterId, artisanId],
    );
  }

  private async ofCoordinator(tx: Tx, id: string, artisanId: string): Promise<Cluster> {
    const [row] = await tx.query<Cluster>(
      `select ${COLUMNS} from clusters.cluster c join clusters.member m on m.cluster_id = c.id and m.artisan_id = $2 and m.coordinator where c.id = $1`,
      [id, artisanId],
    );
    if (!row) throw clustersErrors.CLUSTER_NAME_TAKEN({}, 'input.id');
    return row;
  }

  private async one(tx: Tx, id: string): Promise<Cluster | null> {
    return (await tx.query<Cluster>(`select ${COLUMNS} from clusters.cluster c where c.id = $1`, [id]))[0] ?? null;
  }
}

/** Blank is not asked; PostgreSQL takes no zero byte. */
function plain(text: string | null | undefined): string | null {
  return text?.replaceAll('\0', '').trim() || null;
}
