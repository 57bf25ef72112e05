import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { Allow, Caller } from '#libs/platform';
import { localeFor } from '../find/find.resolver.js';
import { MakerStoryService } from './maker-story.service.js';
import { MakerStory, MyStory, StoryInputType } from './maker.types.js';

@Resolver()
export class MakerResolver {
  constructor(private readonly stories: MakerStoryService) {}

  @Query(() => MakerStory, { nullable: true, description: 'What a maker who may sell tells of herself.' })
  @Allow('anyone')
  makerStory(@Caller() actor: Actor, @Args('artisanId', { type: () => ID }) artisanId: string, @Args('locale', { type: () => String, nullable: true }) locale?: string): Promise<MakerStory | null> {
    return this.stories.shown(artisanId, localeFor(locale, actor));
  }

  @Query(() => MyStory)
  @Allow('artisan')
  async myStory(@Caller() actor: Actor): Promise<MyStory> {
    return { ...(await this.stories.mine(actor)) };
  }

  @Mutation(() => MyStory, { description: 'Takes the place of what was there; a language left out is empty.' })
  @Allow('artisan')
  async saveStory(@Caller() actor: Actor, @Args('input') input: StoryInputType): Promise<MyStory> {
    return { ...(await this.stories.save(actor, input)) };
  }
}
