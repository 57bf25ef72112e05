import { Field, GraphQLISODateTime, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { HouseResponsible } from './responsible.service.js';

export const ResponsibleStateEnum: Readonly<Record<HouseResponsible['state'], HouseResponsible['state']>> = { waiting: 'waiting', in_force: 'in_force', refused: 'refused', ended: 'ended' };
registerEnumType(ResponsibleStateEnum, { name: 'ResponsibleState', description: 'waiting: for the look of a second person. in_force: answers now. ended: answered once.' });

@ObjectType('ResponsiblePerson', { description: 'Who answers in the European Union for what is sold to consumers there (Regulation (EU) 2023/988, articles 16 and 19).' })
export class ResponsiblePersonType {
  @Field(() => String, { description: 'Name, postal and electronic address.' })
  said!: string;
  @Field(() => Boolean, { description: 'Of a demo world: nobody of that name answers.' })
  demonstration!: boolean;
}

@ObjectType('HouseResponsible', { description: 'Who answers, for exporters without a responsible person of their own.' })
export class HouseResponsibleType {
  @Field(() => ID)
  id!: string;
  @Field(() => String)
  name!: string;
  @Field(() => String)
  postalAddress!: string;
  @Field(() => String)
  electronicAddress!: string;
  @Field(() => Boolean)
  demonstration!: boolean;
  @Field(() => ResponsibleStateEnum)
  state!: HouseResponsible['state'];
  @Field(() => String)
  proposedName!: string;
  @Field(() => GraphQLISODateTime)
  proposedAt!: Date;
  @Field(() => String, { nullable: true })
  reviewedName!: string | null;
  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD.' })
  validFrom!: string | null;
  @Field(() => String, { nullable: true })
  endedOn!: string | null;
  @Field(() => String, { nullable: true })
  endedName!: string | null;
  @Field(() => Boolean, { description: 'Whether the caller may approve it: somebody else proposed it.' })
  mayApprove!: boolean;
}

@InputType()
export class ProposeResponsibleInput {
  @Field(() => ID, { description: 'The caller’s own; the same id again is the same proposal.' })
  id!: string;
  @Field(() => String)
  name!: string;
  @Field(() => String)
  postalAddress!: string;
  @Field(() => String, { description: 'E-mail address or web page.' })
  electronicAddress!: string;
}
