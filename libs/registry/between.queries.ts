import { isId, type Actor } from '#libs/kernel';
import type { Database } from '#libs/platform';
import type { Artisan } from './artisan.js';
import { once, pageFrom, type Condition, type PageOf } from './list.queries.js';
import type { Mandate } from './mandates/mandate.js';
import { mandatesErrors } from './mandates/mandates.errors.js';
import { speaksFor } from './mandates/mandates.service.js';
import type { RegistryService } from './registry.service.js';

/** A line of a page: whom it is about is read once for all of them. */
export type Line<Row> = Row & { readonly people?: () => Promise<ReadonlyMap<string, Artisan>> };

export interface LinesAsked<State extends string> {
  readonly state?: State | null;
  /** About one artisan, for her agent. */
  readonly artisanId?: string | null;
  readonly oldest?: boolean;
  readonly first: number;
  readonly after: string | null;
}

/** What stands between artisans and those who act for them: each side sees its own, page by page, and nobody else any. */
export abstract class BetweenQueries<State extends string, Row extends { readonly id: string; readonly artisanId: string; readonly state: State }> {
  protected constructor(
    private readonly db: Database,
    private readonly registry: RegistryService,
    private readonly list: { readonly columns: string; readonly from: string; readonly key: string },
  ) {}

  ofArtisan(actor: Actor, asked: LinesAsked<State>): Promise<PageOf<Line<Row>>> {
    return this.page([['artisan_id = $', actor.artisanId]], asked);
  }

  async ofAgent(actor: Actor, agent: Pick<Mandate, 'agentKind' | 'agentId'>, asked: LinesAsked<State>): Promise<PageOf<Line<Row>>> {
    if (!speaksFor(actor, agent)) throw mandatesErrors.MANDATE_NOT_FOUND({}, 'agentId');
    const { artisanId = null } = asked;
    if (artisanId !== null && !isId(artisanId)) return { nodes: [], endCursor: null, hasNextPage: false };
    const whose: readonly Condition[] = [['agent_kind = $', agent.agentKind], ['agent_id = $', agent.agentId]];
    return this.page(artisanId === null ? whose : [...whose, ['artisan_id = $', artisanId]], asked);
  }

  async whom(line: Line<Row>): Promise<Artisan> {
    return (await line.people?.())?.get(line.artisanId) ?? this.registry.artisan(line.artisanId);
  }

  private async page(whose: readonly Condition[], { state, oldest = false, first, after }: LinesAsked<State>): Promise<PageOf<Line<Row>>> {
    const where: readonly Condition[] = state ? [...whose, ['state = $', state]] : whose;
    const page = await pageFrom<Row>(this.db, { ...this.list, where, of: 'time', id: 'id', newest: !oldest }, first, after);
    const people = once(() => this.registry.byId(page.nodes.map((one) => one.artisanId)));
    return { ...page, nodes: page.nodes.map((one): Line<Row> => ({ ...one, people })) };
  }
}
