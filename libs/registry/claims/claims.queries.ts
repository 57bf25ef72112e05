import { Inject, Injectable } from '@nestjs/common';
import { hasRole, isId, moroccanDay, type Actor, type Clock } from '#libs/kernel';
import { CLOCK, Database, parse } from '#libs/platform';
import { z } from 'zod';
import type { Artisan } from '../artisan.js';
import { oversees } from '../chamber.js';
import { once, pageFrom, type Among, type Condition, type List, type PageOf, type Shown } from '../list.queries.js';
import { ARTISAN } from '../registry.queries.js';
import { RegistryService } from '../registry.service.js';
import { itemsOn } from './checklist.service.js';
import { byClaim, ClaimPapersService, PAPER, type ClaimPaper } from './claim-papers.service.js';
import type { ClaimItem, ClaimState } from './claim.js';
import { claimsErrors } from './claims.errors.js';
import { CLAIM, type Claim } from './claims.service.js';

export interface ClaimStep {
  readonly verb: string;
  readonly at: Date;
  readonly actorName: string;
  readonly reason: string | null;
}

export interface ClaimWaiver {
  readonly item: string;
  readonly reason: string;
  readonly at: Date;
  readonly actorName: string;
}

type Of<T> = () => Promise<ReadonlyMap<string, T>>;

/** What stands beside the claims of one page, read once for all of them when the first is asked for it. */
interface BesideClaims {
  readonly papers: Of<ClaimPaper[]>;
  readonly steps: Of<ClaimStep[]>;
  readonly waivers: Of<ClaimWaiver[]>;
}

/** A page brings each entry: every list shows whose claim it is. One that is opened brings the checklist of its day too. */
export type ClaimLine = Claim & { readonly entry: Shown; readonly beside?: BesideClaims; readonly items?: ClaimItem[] };

type Beside = Claim & Pick<ClaimLine, 'beside'>;

/** One claim with all that stands beside it, as one statement reads it. */
interface OpenedClaim extends Claim {
  readonly entry: Artisan;
  readonly papers: Stamped<ClaimPaper>[] | null;
  readonly steps: Stamped<ClaimStep>[] | null;
  readonly waivers: Stamped<ClaimWaiver>[] | null;
  readonly items?: ClaimItem[] | null;
}
/** JSON knows no times. */
type Stamped<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K] };

export interface QueueAsked {
  /** Past its deadline, or not yet. */
  readonly overdue?: boolean | null;
  readonly latest?: boolean;
}

export interface HistoryAsked {
  readonly state?: ClaimState | null;
  readonly artisanId?: string | null;
  /** Moroccan days, both of them within. */
  readonly from?: string | null;
  readonly until?: string | null;
  readonly oldest?: boolean;
}

const DAY = z.iso.date();
const LIST: Pick<List, 'columns' | 'from' | 'of' | 'id' | 'withArtisan'> = { columns: CLAIM, from: 'registry.claim', of: 'time', id: 'id', withArtisan: true };

/** What is read of claims: the queue and the history of a region, one's own, and what stands beside one. */
@Injectable()
export class ClaimsQueries {
  constructor(
    private readonly db: Database,
    private readonly registry: RegistryService,
    private readonly papersShown: ClaimPapersService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The queue of the officer's regions, the nearest deadline first or last. */
  async queue(actor: Actor, { overdue = null, latest = false }: QueueAsked, first: number, after: string | null): Promise<PageOf<ClaimLine>> {
    const where: Condition[] = [[`state = 'submitted'`]];
    if (overdue !== null) where.push([overdue ? 'due_at < $' : 'due_at >= $', this.clock.now()]);
    return this.page({ ...LIST, where, among: regionsOf(actor), key: 'due_at', newest: latest }, first, after);
  }

  /** Every request of the officer's regions, or of one entry, in any state, the latest or the first of them first. */
  async history(actor: Actor, { state, artisanId, from, until, oldest = false }: HistoryAsked, first: number, after: string | null): Promise<PageOf<ClaimLine>> {
    if (artisanId && !isId(artisanId)) return { nodes: [], endCursor: null, hasNextPage: false };
    const where: Condition[] = [];
    if (state) where.push(['state = $', state, 'word']);
    if (artisanId) where.push(['artisan_id = $', artisanId]);
    if (typeof from === 'string') where.push([`opened_at >= $::date::timestamp at time zone 'Africa/Casablanca'`, parse(DAY, from, 'openedFrom')]);
    if (typeof until === 'string') where.push([`opened_at < ($::date + 1)::timestamp at time zone 'Africa/Casablanca'`, parse(DAY, until, 'openedUntil')]);
    const begins = oldest ? midnight(from ?? null, 0) : midnight(until ?? null, 1);
    return this.page({ ...LIST, where, among: regionsOf(actor), key: 'opened_at', newest: !oldest, begins }, first, after);
  }

  private async page(list: List, first: number, after: string | null): Promise<PageOf<ClaimLine>> {
    const page = await pageFrom<Claim & { readonly artisan: Shown }>(this.db, list, first, after);
    const beside = this.beside(page.nodes);
    return { ...page, nodes: page.nodes.map((claim): ClaimLine => Object.assign(claim, { beside, entry: claim.artisan })) };
  }

  private beside(claims: readonly Claim[]): BesideClaims {
    const ids = claims.map((claim) => claim.id);
    return {
      papers: once(() => this.papersShown.ofEach(ids)),
      steps: once(async () => byClaim(await this.db.prepared<ClaimStep & { claimId: string }>('registry.claim-steps', STEPS, [ids]))),
      waivers: once(async () => byClaim(await this.db.prepared<ClaimWaiver & { claimId: string }>('registry.claim-waivers', WAIVERS, [ids]))),
    };
  }

  /** The caller's own open or last request, with all that stands beside it. */
  async mine(actor: Actor): Promise<ClaimLine | null> {
    const [claim] = await this.db.prepared<OpenedClaim>('registry.my-claim', MINE, [actor.accountId]);
    return claim ? besideIt(claim) : null;
  }

  /** One request with all that stands beside it, for its holder and the officers of its region; for anybody else it is not there. */
  async opened(actor: Actor, claimId: string): Promise<ClaimLine> {
    const [claim] = isId(claimId) ? await this.db.prepared<OpenedClaim>('registry.opened-claim', OPENED, [claimId, moroccanDay(this.clock.now())]) : [];
    if (!claim || (claim.accountId !== actor.accountId && !oversees(actor, claim.regionCode))) throw claimsErrors.CLAIM_NOT_FOUND({}, 'id');
    return besideIt(claim);
  }

  /** What an act answers, with the entry it is about. */
  async withEntry(claim: Claim): Promise<ClaimLine> {
    return { ...claim, entry: await this.registry.artisan(claim.artisanId) };
  }

  async papers(claim: Beside): Promise<ClaimPaper[]> {
    return (await this.of(claim).papers()).get(claim.id) ?? [];
  }

  async steps(claim: Beside): Promise<ClaimStep[]> {
    return (await this.of(claim).steps()).get(claim.id) ?? [];
  }

  async waivers(claim: Beside): Promise<ClaimWaiver[]> {
    return (await this.of(claim).waivers()).get(claim.id) ?? [];
  }

  private of(claim: Beside): BesideClaims {
    return claim.beside ?? this.beside([claim]);
  }
}

const STEPS = 'select claim_id as "claimId", verb, at, actor_name as "actorName", reason from registry.claim_step where claim_id = any($1::uuid[]) order by id';
const WAIVERS = 'select claim_id as "claimId", item, reason, at, actor_name as "actorName" from registry.claim_waiver where claim_id = any($1::uuid[]) order by at, item';

const json = (rows: string): string => `(select json_agg(line) from (${rows}) line)`;
const BESIDE = `(select row_to_json(entry) from (select ${ARTISAN} from registry.artisan where id = claim."artisanId") entry) as entry,
  ${json(`select ${PAPER} from registry.claim_document where claim_id = claim.id order by at, id`)} as papers,
  ${json('select verb, at, actor_name as "actorName", reason from registry.claim_step where claim_id = claim.id order by registry.claim_step.id')} as steps,
  ${json('select item, reason, at, actor_name as "actorName" from registry.claim_waiver where claim_id = claim.id order by at, item')} as waivers`;
/** `$2` is today: the list of a request that is still to be handed in, as `listDay` says. */
const ITS_DAY = `(case when claim.state in ('open', 'returned') then $2::date else coalesce((claim."submittedAt" at time zone 'Africa/Casablanca')::date, $2::date) end)`;
const OPENED = `select claim.*, ${BESIDE}, ${json(itemsOn(ITS_DAY))} as items from (select ${CLAIM} from registry.claim where id = $1) claim`;
const MINE = `select claim.*, ${BESIDE} from (select ${CLAIM} from registry.claim where account_id = $1 order by (state in ('open', 'submitted', 'returned')) desc, opened_at desc, id desc limit 1) claim`;

function besideIt({ papers, steps, waivers, items, ...claim }: OpenedClaim): ClaimLine {
  const of = <Row>(rows: readonly Row[]): (() => Promise<ReadonlyMap<string, Row[]>>) => () => Promise.resolve(new Map([[claim.id, [...rows]]]));
  return {
    ...claim,
    ...(items && { items }),
    beside: {
      papers: of((papers ?? []).map((paper) => ({ ...paper, at: new Date(paper.at), forgottenAt: paper.forgottenAt === null ? null : new Date(paper.forgottenAt) }))),
      steps: of((steps ?? []).map((step) => ({ ...step, at: new Date(step.at) }))),
      waivers: of((waivers ?? []).map((waiver) => ({ ...waiver, at: new Date(waiver.at) }))),
    },
  };
}

/** The first moment of a Moroccan day, or of one so many days later, as PostgreSQL reads it. */
function midnight(day: string | null, later: number): string | null {
  return day === null ? null : `${new Date(Date.parse(day) + later * 86_400_000).toISOString().slice(0, 10)} 00:00 Africa/Casablanca`;
}

/** None for the administration, which sees every region. */
function regionsOf(actor: Actor): readonly Among[] {
  return hasRole(actor, 'admin') ? [] : [['region_code', [...new Set(actor.memberships.filter((m) => m.kind === 'chamber').map((m) => m.organisationId))]]];
}
