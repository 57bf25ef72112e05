import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { Allow, Caller } from '#libs/platform';
import { ProgrammesService, type Dimension, type EventKind } from './programmes.service.js';
import { DimensionEnum, EventKindEnum, Statistics } from './programmes.types.js';

@Resolver(() => Statistics)
export class ProgrammesResolver {
  constructor(private readonly programmes: ProgrammesService) {}

  @Query(() => Statistics, { description: 'One year, by one dimension, of one region or one branch where that is asked. An officer sees her region.' })
  @Allow('officer', 'desk')
  async statistics(
    @Caller() actor: Actor,
    @Args('of', { type: () => EventKindEnum }) of: EventKind,
    @Args('by', { type: () => DimensionEnum }) by: Dimension,
    @Args('year', { type: () => Int }) year: number,
    @Args('region', { type: () => String, nullable: true }) region?: string,
    @Args('branch', { type: () => String, nullable: true }) branch?: string,
  ): Promise<Statistics> {
    const { cells, total } = await this.programmes.table(actor, { of, by, year, region, branch });
    return { cells: cells.map((cell) => ({ key: cell.key, counts: cell.hidden ? null : cell.counts })), total };
  }
}
