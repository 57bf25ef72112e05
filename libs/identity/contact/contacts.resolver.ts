import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor, Locale } from '#libs/kernel';
import { Allow, Caller } from '#libs/platform';
import { ContactsService } from './contacts.service.js';
import { ConfirmContactInput, ContactCheckType, ContactType, LetterLanguageEnum, SendContactCodeInput } from './contacts.types.js';

@Resolver(() => ContactType)
export class ContactsResolver {
  constructor(private readonly contacts: ContactsService) {}

  @Query(() => ContactType, { description: 'Your own telephone and address, and whether you have proved them.' })
  @Allow('buyer')
  myContact(@Caller() actor: Actor): Promise<object> {
    return this.contacts.of(actor.accountId ?? '');
  }

  @Mutation(() => ContactType, { description: 'Have letters and texts to you written in this language from now on.' })
  @Allow('buyer')
  setLetterLanguage(@Caller() actor: Actor, @Args('language', { type: () => LetterLanguageEnum }) language: Locale): Promise<object> {
    return this.contacts.writeIn(actor, language);
  }

  @Mutation(() => ContactCheckType, { description: 'Send yourself a code by telephone or letter.' })
  @Allow('buyer')
  sendContactCode(@Caller() actor: Actor, @Args('input') input: SendContactCodeInput): Promise<object> {
    return this.contacts.ask(actor, input);
  }

  @Mutation(() => ContactType, { description: 'Give the code that came.' })
  @Allow('buyer')
  confirmContact(@Caller() actor: Actor, @Args('input') input: ConfirmContactInput): Promise<object> {
    return this.contacts.confirm(actor, input);
  }
}
