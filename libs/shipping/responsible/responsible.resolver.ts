import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { Allow, Caller } from '#libs/platform';
import { ResponsibleService, type HouseResponsible } from './responsible.service.js';
import { HouseResponsibleType, ProposeResponsibleInput } from './responsible.types.js';

const id = { type: () => ID };

@Resolver(() => HouseResponsibleType)
export class ResponsibleResolver {
  constructor(private readonly responsible: ResponsibleService) {}

  @Query(() => [HouseResponsibleType], { description: 'Who is proposed, who answers now and who did before, the newest first.' })
  @Allow('desk')
  async houseResponsible(@Caller() actor: Actor): Promise<HouseResponsibleType[]> {
    return (await this.responsible.house()).map((row) => shown(row, actor));
  }

  @Mutation(() => HouseResponsibleType, { description: 'Takes effect when a second person has looked it over.' })
  @Allow('admin')
  async proposeResponsible(@Caller() actor: Actor, @Args('input') input: ProposeResponsibleInput): Promise<HouseResponsibleType> {
    return shown(await this.responsible.propose(actor, input), actor);
  }

  @Mutation(() => HouseResponsibleType, { description: 'The yes of somebody who did not propose it: of the export desk, or another administrator.' })
  @Allow('desk')
  async approveResponsible(@Caller() actor: Actor, @Args('id', id) responsibleId: string): Promise<HouseResponsibleType> {
    return shown(await this.responsible.approve(actor, responsibleId), actor);
  }

  @Mutation(() => HouseResponsibleType, { description: 'Refuses a proposal, or ends who answers now.' })
  @Allow('admin')
  async endResponsible(@Caller() actor: Actor, @Args('id', id) responsibleId: string): Promise<HouseResponsibleType> {
    return shown(await this.responsible.end(actor, responsibleId), actor);
  }
}

function shown(row: HouseResponsible, actor: Actor): HouseResponsibleType {
  return { ...row, mayApprove: row.state === 'waiting' && row.proposedBy !== actor.accountId };
}
