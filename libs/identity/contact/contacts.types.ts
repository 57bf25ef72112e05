import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';

export const ContactKindEnum = { PHONE: 'phone', MAIL: 'mail' } as const;
registerEnumType(ContactKindEnum, { name: 'ContactKind' });

@ObjectType('Contact', { description: 'What you have proved to be reachable by.' })
export class ContactType {
  @Field(() => String, { nullable: true, description: 'E.164, once a code was read on it.' })
  phone!: string | null;

  @Field(() => String, { nullable: true })
  email!: string | null;

  @Field(() => Boolean, { description: 'Whether a code was read at this address.' })
  emailConfirmed!: boolean;
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
