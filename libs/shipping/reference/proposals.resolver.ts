import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { moroccanDay, type Actor, type Clock } from '#libs/kernel';
import { Allow, Caller, CLOCK } from '#libs/platform';
import { ProposalsService, type ReferenceProposal } from './proposals.service.js';
import { dueReason, ProposeReferenceInput, ReferenceDueType, ReferenceProposalType } from './proposals.types.js';
import { ReferenceService } from './reference.service.js';

const id = { type: () => ID };

@Resolver(() => ReferenceProposalType)
export class ProposalsResolver {
  constructor(
    private readonly proposals: ProposalsService,
    private readonly reference: ReferenceService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Query(() => [ReferenceProposalType], { description: 'What waits for a second person, then what was decided, the newest first.' })
  @Allow('desk')
  async referenceProposals(@Caller() actor: Actor): Promise<ReferenceProposalType[]> {
    return (await this.proposals.proposals()).map((one) => shown(one, actor));
  }

  @Query(() => [ReferenceDueType], { description: 'Rows in use that have ended or soon will, name no source, or were not checked for a year.' })
  @Allow('desk')
  async referenceDue(): Promise<ReferenceDueType[]> {
    return (await this.reference.due(moroccanDay(this.clock.now()))).map(({ name, why, day }) => ({ name, why: dueReason(why), day }));
  }

  @Mutation(() => ReferenceProposalType, { description: 'Rows of one table. Nothing changes before somebody else has approved them.' })
  @Allow('desk')
  async proposeReference(@Caller() actor: Actor, @Args('input') input: ProposeReferenceInput): Promise<ReferenceProposalType> {
    return shown(await this.proposals.proposeText(actor, input), actor);
  }

  @Mutation(() => ReferenceProposalType, { description: 'The second yes, of somebody who did not propose it: prices count with it from now on.' })
  @Allow('desk')
  async approveReference(@Caller() actor: Actor, @Args('id', id) proposalId: string): Promise<ReferenceProposalType> {
    return shown(await this.proposals.approve(actor, proposalId), actor);
  }

  @Mutation(() => ReferenceProposalType, { description: 'Refuses a proposal, or takes one’s own back.' })
  @Allow('desk')
  async refuseReference(@Caller() actor: Actor, @Args('id', id) proposalId: string, @Args('reason') reason: string): Promise<ReferenceProposalType> {
    return shown(await this.proposals.refuse(actor, proposalId, reason), actor);
  }
}

function shown(proposal: ReferenceProposal, actor: Actor): ReferenceProposalType {
  return {
    ...proposal,
    files: [...proposal.files],
    changes: proposal.changes.map((change) => ({ ...change, differences: [...change.differences] })),
    mayApprove: proposal.state === 'waiting' && proposal.proposedBy !== actor.accountId,
  };
}
