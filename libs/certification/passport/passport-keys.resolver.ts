import { Args, Field, GraphQLISODateTime, ID, InputType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { Allow, Caller } from '#libs/platform';
import { SigningKeysService } from './signing-keys.service.js';

@ObjectType()
export class PassportKey {
  @Field(() => ID, { description: 'Its thumbprint (RFC 7638), which a check prints.' })
  kid!: string;

  @Field(() => GraphQLISODateTime)
  madeAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Since when another signs.' })
  retiredAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Since when nothing it signed passes.' })
  compromisedAt!: Date | null;
}

@InputType()
export class RotatePassportKeyInput {
  @Field(() => ID, { description: 'The key that is to sign no more.' })
  kid!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'It may be in strange hands: it is no longer published.' })
  compromised!: boolean;

  @Field(() => String)
  reason!: string;
}

@Resolver()
export class PassportKeysResolver {
  constructor(private readonly keys: SigningKeysService) {}

  @Query(() => [PassportKey], { description: 'The keys of passports: the one that signs, then the retired, newest first.' })
  @Allow('admin')
  passportKeys(): Promise<PassportKey[]> {
    return this.keys.keysMade();
  }

  @Mutation(() => [PassportKey], { description: 'Another key signs from now on. Passports signed before stay good, unless the key is compromised.' })
  @Allow('admin')
  rotatePassportKey(@Caller() actor: Actor, @Args('input') input: RotatePassportKeyInput): Promise<PassportKey[]> {
    return this.keys.rotate(actor, input);
  }
}
