import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { Caller } from '#libs/platform';
import { CertifiedFactType } from '../certification.types.js';
import { FindingType, RuleType } from './checklists.types.js';
import { RuleVersionType } from './rules.types.js';
import { sourceWords } from './sources.js';
import { unitWords } from './units.js';

interface Measured {
  readonly unit: string | null;
}
interface Cited {
  readonly source: string;
}

function unitIn({ unit }: Measured, { locale }: Actor): string | null {
  return unit === null ? null : unitWords(unit)[locale];
}

function sourceIn({ source }: Cited, { locale }: Actor): string {
  return sourceWords(source)[locale];
}

@Resolver(() => FindingType)
export class FindingWordsResolver {
  @ResolveField(() => String, { nullable: true })
  unitName(@Parent() finding: Measured, @Caller() actor: Actor): string | null {
    return unitIn(finding, actor);
  }
}

@Resolver(() => CertifiedFactType)
export class CertifiedFactWordsResolver {
  @ResolveField(() => String, { nullable: true })
  unitName(@Parent() fact: Measured, @Caller() actor: Actor): string | null {
    return unitIn(fact, actor);
  }

  @ResolveField(() => String)
  sourceName(@Parent() fact: Cited, @Caller() actor: Actor): string {
    return sourceIn(fact, actor);
  }
}

@Resolver(() => RuleType)
export class RuleWordsResolver {
  @ResolveField(() => String, { nullable: true })
  unitName(@Parent() rule: Measured, @Caller() actor: Actor): string | null {
    return unitIn(rule, actor);
  }

  @ResolveField(() => String)
  sourceName(@Parent() rule: Cited, @Caller() actor: Actor): string {
    return sourceIn(rule, actor);
  }
}

@Resolver(() => RuleVersionType)
export class RuleVersionWordsResolver {
  @ResolveField(() => String, { nullable: true })
  unitName(@Parent() rule: Measured, @Caller() actor: Actor): string | null {
    return unitIn(rule, actor);
  }

  @ResolveField(() => String)
  sourceName(@Parent() rule: Cited, @Caller() actor: Actor): string {
    return sourceIn(rule, actor);
  }
}
