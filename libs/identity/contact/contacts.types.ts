import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Locale } from '#libs/kernel';

export const ContactKindEnum = { PHONE: 'phone', MAIL: 'mail' } as const;
registerEnumType(ContactKindEnum, { name: 'ContactKind' });

export const LetterLanguageEnum = { EN: 'en', FR: 'fr', AR: 'ar' } as const;
registerEnumType(LetterLanguageEnum, { name: 'LetterLanguage' });

@ObjectType('Contact', { description: 'What you have proved to be reachable by.' })
export class ContactType {
  @Field(() => String, { nullable: true, description: 'E.164, once a code was read on it.' })
  phone!: string | null;

  @Field(() => String, { nullable: true })
  email!: string | null;

  @Field(() => Boolean, { description: 'Whether a code was read at this address.' })
  emailConfirmed!: boolean;

  @Field(() => LetterLanguageEnum, { description: 'What letters and texts to you are written in.' })
  language!: Locale;
}

@ObjectType('ContactCheck', { description: 'A code is on its way.' })
export class ContactCheckType {
  @Field(() => ID)
  id!: string;

  @Field(() => ContactKindEnum)
  kind!: 'phone' | 'mail';

  @Field(() => String)
  sentTo!: string;
}

@InputType()
export class SendContactCodeInput {
  @Field(() => ID, { description: 'Your own id of this check.' })
  id!: string;

  @Field(() => ContactKindEnum)
  kind!: 'phone' | 'mail';

  @Field(() => String, { nullable: true, description: 'A Moroccan mobile number, as you write it.' })
  phone?: string | null;
}

@InputType()
export class ConfirmContactInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'The six digits that came.' })
  code!: string;
}
