import { Injectable } from '@nestjs/common';
import { hasRole, isId, oneByOne, SYSTEM, type Actor } from '#libs/kernel';
import { IdentityService } from '#libs/identity';
import { Database, type Tx } from '#libs/platform';
import { calledIn, displayName, RegistryService, type Called } from '#libs/registry';
import { ClustersService, type Cluster } from '../clusters.service.js';
import { clustersErrors } from '../clusters.errors.js';
import { walked, type PageAsked, type PageOf } from '../page.types.js';
import { RestingOffersService } from '../offer/resting-offers.service.js';
import { agreedOn, candidatesOf, votesNeeded, type Voice } from './coordination.js';
import { CoordinationLettersService } from './coordination-letters.service.js';

export interface CoordinatorLine {
  readonly artisanId: string;
  readonly name: string;
  /** Who may not sell today coordinates nothing until she may again. */
  readonly active: boolean;
}

export interface Coordination {
  readonly clusterId: string;
  readonly restedAt: Date | null;
  readonly coordinators: readonly CoordinatorLine[];
  /** Members who may speak, and how many must name the same one; nought while somebody coordinates. */
  readonly electorate: number;
  readonly needed: number;
  readonly candidates: readonly { readonly artisanId: string; readonly name: string; readonly voices: number }[];
  /** Whom the caller has named. */
  readonly named: string | null;
}

interface Row {
  readonly restedAt: Date | null;
  readonly coordinators: readonly { readonly artisanId: string; readonly called: Called | null }[];
  readonly member: boolean;
}

const COORDINATION = `select c.rested_at "restedAt", coalesce((select json_agg(json_build_object('artisanId', m.artisan_id, 'called', ${calledIn('m.artisan_id')}) order by m.artisan_id) from clusters.member m where m.cluster_id = c.id and m.coordinator), '[]') coordinators,
  exists (select 1 from clusters.member m where m.cluster_id = c.id and m.artisan_id = $2::uuid and m.state = 'active') member from clusters.cluster c where c.id = $1`;
const VOICES = `select artisan_id "artisanId", for_id "forId" from clusters.voice where cluster_id = $1 order by said_at, artisan_id`;

/**
 * A cluster at rest: nobody speaks for it, because none of its coordinators may sell today and the organisation has no agent.
 * What its members agreed to goes on by itself; what needs a coordinator waits; nothing more is sold under its name.
 */
@Injectable()
export class CoordinationService {
  constructor(
    private readonly db: Database,
    private readonly clusters: ClustersService,
    private readonly registry: RegistryService,
    private readonly identity: IdentityService,
    private readonly offers: RestingOffersService,
    private readonly letters: CoordinationLettersService,
  ) {}

  /** Somebody's standing or coordination has changed: the cluster comes to rest, or wakes, or stays as it is. */
  async settle(tx: Tx, clusterId: string): Promise<void> {
    const [cluster] = await tx.query<{ restedAt: Date | null }>(`select rested_at "restedAt" from clusters.cluster where id = $1 for update`, [clusterId]);
    if (!cluster) return;
    const spoken = (await this.clusters.coordinatorsIn(tx, clusterId)).length > 0 || (await this.identity.accountsOf({ organisation: { kind: 'cluster', organisationId: clusterId } }, tx)).length > 0;
    if (spoken !== (cluster.restedAt !== null)) return;
    await tx.query(`update clusters.cluster set rested_at = $2 where id = $1`, [clusterId, spoken ? null : tx.now]);
    if (spoken) await tx.query(`delete from clusters.voice where cluster_id = $1`, [clusterId]);
    await this.offers.follow(tx, clusterId);
    await this.letters.tellAll(tx, clusterId, spoken ? 'woken' : 'resting');
    await tx.audit({ action: spoken ? 'cluster.wake' : 'cluster.rest', subject: { type: 'cluster', id: clusterId } });
  }

  /** Agents come and go in another room without a word: whoever rests or wakes by that is found here. */
  async settleAll(): Promise<void> {
    const rows = await this.db.read<{ id: string; rests: boolean; coordinators: string[] }>(
      `select c.id, c.rested_at is not null rests, array(select m.artisan_id from clusters.member m where m.cluster_id = c.id and m.coordinator) coordinators from clusters.cluster c order by c.id`,
    );
    const able = await this.registry.sellersAmong(null, [...new Set(rows.flatMap((row) => row.coordinators))]);
    // Whoever has a coordinator and rests is rare, and so is whoever has none.
    const odd = rows.filter(({ rests, coordinators }) => rests || !coordinators.some((one) => able.has(one)));
    await oneByOne(odd, ({ id }) => this.db.write(SYSTEM, (tx) => this.settle(tx, id)));
  }

  /** For its members, for who speaks for it, and for the administration; for anybody else it is not there. */
  async of(actor: Actor, clusterId: string): Promise<Coordination> {
    const [cluster] = isId(clusterId) ? await this.db.prepared<Row>('clusters.coordination', COORDINATION, [clusterId, actor.artisanId]) : [];
    const inside = cluster && (cluster.member || hasRole(actor, 'admin') || (await this.clusters.coordinatedBy(actor)).includes(clusterId));
    if (!inside) throw clustersErrors.CLUSTER_NOT_FOUND({}, 'clusterId');
    const [voices, electorate] = cluster.restedAt === null ? [[], new Set<string>()] : await this.vote(clusterId);
    const candidates = candidatesOf(voices, electorate);
    const people = new Map((candidates.length === 0 ? [] : await this.registry.artisans(candidates.map((one) => one.artisanId))).map((one) => [one.id, displayName(one, actor.locale)]));
    return {
      clusterId, restedAt: cluster.restedAt, electorate: electorate.size, needed: cluster.restedAt === null ? 0 : votesNeeded(electorate.size),
      coordinators: cluster.coordinators.map(({ artisanId, called }) => ({ artisanId, name: called ? displayName(called, actor.locale) : '', active: called?.maySell ?? false })),
      candidates: candidates.map((one) => ({ ...one, name: people.get(one.artisanId) ?? '' })),
      named: voices.find((one) => one.artisanId === actor.artisanId)?.forId ?? null,
    };
  }

  private async vote(clusterId: string): Promise<[voices: readonly Voice[], electorate: ReadonlySet<string>]> {
    const voices = await this.db.read<Voice>(VOICES, [clusterId]);
    const members = await this.db.read<{ id: string }>(`select artisan_id id from clusters.member where cluster_id = $1 and state = 'active'`, [clusterId]);
    return [voices, await this.registry.sellersAmong(null, members.map((one) => one.id))];
  }

  /**
   * While nobody speaks for the cluster each member names one of them, herself or who already stands; once more than half of those
   * who may sell name the same, she coordinates. Null takes it back.
   */
  async nameOne(actor: Actor, clusterId: string, forId: string | null): Promise<Coordination> {
    if (!isId(clusterId) || !actor.artisanId) throw clustersErrors.CLUSTER_NOT_FOUND({}, 'clusterId');
    const voter = actor.artisanId;
    await this.db.write(actor, async (tx) => {
      const [cluster] = await tx.query<{ restedAt: Date | null }>(`select rested_at "restedAt" from clusters.cluster where id = $1 for update`, [clusterId]);
      const members = (await tx.query<{ id: string }>(`select artisan_id id from clusters.member where cluster_id = $1 and state = 'active'`, [clusterId])).map((one) => one.id);
      if (!cluster || !members.includes(voter)) throw clustersErrors.CLUSTER_NOT_FOUND({}, 'clusterId');
      if (cluster.restedAt === null) throw clustersErrors.CLUSTER_NOT_AT_REST({}, 'clusterId');
      const electorate = await this.registry.sellersAmong(tx, members);
      if (!electorate.has(voter)) throw clustersErrors.CLUSTER_COORDINATOR_UNREGISTERED({}, 'clusterId');
      if (forId !== null && forId !== voter && !candidatesOf(await tx.query<Voice>(VOICES, [clusterId]), electorate).some((one) => one.artisanId === forId)) throw clustersErrors.CLUSTER_NOT_STANDING({}, 'artisanId');
      await this.say(tx, clusterId, voter, forId);
      const chosen = agreedOn(await tx.query<Voice>(VOICES, [clusterId]), electorate);
      if (chosen === null) return;
      await this.put(tx, clusterId, chosen, true, { agreed: true });
    });
    return this.of(actor, clusterId);
  }

  private async say(tx: Tx, clusterId: string, voter: string, forId: string | null): Promise<void> {
    await tx.query(`delete from clusters.voice where cluster_id = $1 and artisan_id = $2`, [clusterId, voter]);
    if (forId !== null) await tx.query(`insert into clusters.voice (cluster_id, artisan_id, for_id, said_at) values ($1,$2,$3,$4)`, [clusterId, voter, forId, tx.now]);
    await tx.audit({ action: forId === null ? 'cluster.unname' : 'cluster.name', subject: { type: 'cluster', id: clusterId }, detail: { artisanId: forId } });
  }

  /** Of a member, in the transaction that holds the cluster. Whoever did not do it herself is told. */
  async put(tx: Tx, clusterId: string, artisanId: string, coordinator: boolean, how: { agreed?: true } = {}): Promise<void> {
    if (!coordinator) await this.assertNotLast(tx, clusterId, artisanId);
    else if ((await this.registry.sellersAmong(tx, [artisanId])).size === 0) throw clustersErrors.CLUSTER_COORDINATOR_UNREGISTERED({}, 'artisanId');
    await tx.query(`update clusters.member set coordinator = $3 where cluster_id = $1 and artisan_id = $2`, [clusterId, artisanId, coordinator]);
    await tx.audit({ action: 'cluster.coordinator', subject: { type: 'cluster', id: clusterId }, detail: { artisanId, coordinator, ...how } });
    if (how.agreed || tx.actor.artisanId !== artisanId) await this.letters.tellNamed(tx, clusterId, artisanId, coordinator ? 'named' : 'unnamed');
    await this.settle(tx, clusterId);
  }

  /** She goes, and with her what she said and what was said for her. */
  async leave(tx: Tx, clusterId: string, artisanId: string, coordinator: boolean): Promise<void> {
    if (coordinator) await this.assertNotLast(tx, clusterId, artisanId);
    await tx.query(`delete from clusters.voice where cluster_id = $1 and $2 in (artisan_id, for_id)`, [clusterId, artisanId]);
  }

  /** Who may not sell coordinates nothing: she is free to go, and counts for nobody who would. */
  private async assertNotLast(tx: Tx, clusterId: string, artisanId: string): Promise<void> {
    const able = await this.clusters.coordinatorsIn(tx, clusterId);
    if (able.length === 1 && able[0] === artisanId) throw clustersErrors.CLUSTER_LAST_COORDINATOR();
  }

  /** Clusters that nobody speaks for, for the administration. */
  async resting(asked: PageAsked): Promise<PageOf<Cluster>> {
    const page = await walked<{ id: string }>(this.db, { columns: 'id', from: 'clusters.cluster', where: [['rested_at is not null']], key: 'rested_at', id: 'id' }, asked);
    const found = new Map((await this.clusters.clustersOf(page.nodes.map((one) => one.id))).map((one) => [one.id, one]));
    return { ...page, nodes: page.nodes.flatMap(({ id }) => found.get(id) ?? []) };
  }
}
