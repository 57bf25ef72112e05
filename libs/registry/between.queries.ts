import { isId, type Actor } from '#libs/kernel';
import type { Database } from '#libs/platform';
import { pageFrom, type Condition, type PageOf, type Shown } from './list.queries.js';
import type { Mandate } from './mandates/mandate.js';
import { mandatesErrors } from './mandates/mandates.errors.js';
import { speaksFor } from './mandates/mandates.service.js';
import type { RegistryService } from './registry.service.js';

/** A line of a page brings whom it is about. */
export type Line<Row> = Row & { readonly artisan?: Shown };

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
    return this.page([['artisan_id = $', actor.artisanId], ...fewHave('state', asked.state ?? null)], asked, { foundFirst: true });
  }

  async ofAgent(actor: Actor, agent: Pick<Mandate, 'agentKind' | 'agentId'>, asked: LinesAsked<State>): Promise<PageOf<Line<Row>>> {
    if (!speaksFor(actor, agent)) throw mandatesErrors.MANDATE_NOT_FOUND({}, 'agentId');
    const { artisanId = null, state = null } = asked;
    if (artisanId !== null && !isId(artisanId)) return { nodes: [], endCursor: null, hasNextPage: false };
    if (artisanId !== null) return this.page([['artisan_id = $', artisanId], ...fewHave(`agent_kind || ':' || agent_id`, `${agent.agentKind}:${agent.agentId}`), ...fewHave('state', state)], asked, { foundFirst: true });
    const whose: readonly Condition[] = [['agent_kind = $', agent.agentKind, 'word'], ['agent_id = $', agent.agentId]];
    return this.page(state === null ? whose : [...whose, ['state = $', state, 'word']], asked);
  }

  whom(line: Line<Row>): Shown | Promise<Shown> {
    return line.artisan ?? this.registry.artisan(line.artisanId);
  }

  /** One of them, with whom it is about, in one statement. */
  protected async line(id: string): Promise<Line<Row> | undefined> {
    return isId(id) ? (await this.page([['id = $', id]], { first: 1, after: null })).nodes[0] : undefined;
  }

  private page(where: readonly Condition[], { oldest = false, first, after }: LinesAsked<State>, how: { readonly foundFirst?: true } = {}): Promise<PageOf<Line<Row>>> {
    return pageFrom<Line<Row>>(this.db, { ...this.list, ...how, where, of: 'time', id: 'id', newest: !oldest, withArtisan: true }, first, after);
  }
}

/** One artisan's are few, so they are found by her. As an expression the rest tempts no index of the agents, which would be walked from end to end. */
function fewHave(column: string, value: string | null): readonly Condition[] {
  return value === null ? [] : [[`${column} || '' = $`, value]];
}
