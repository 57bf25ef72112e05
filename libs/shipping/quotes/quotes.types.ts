import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MinorUnits, MoneyType } from '#libs/platform';
import { ResponsiblePersonType } from '../responsible/responsible.types.js';
import type { BuyerKind, ChargeKind, Confidence, Incoterm, ScreeningOutcome } from './quote.js';

export enum BuyerKindType {
  consumer = 'consumer',
  business = 'business',
}
export enum IncotermType {
  DDP = 'DDP',
  DAP = 'DAP',
}
export enum ChargeKindType {
  goods = 'goods',
  shipping = 'shipping',
  insurance = 'insurance',
  duty = 'duty',
  surcharge = 'surcharge',
  tax = 'tax',
  fee = 'fee',
}
export enum ScreeningOutcomeType {
  allowed = 'allowed',
  needs_paper = 'needs_paper',
  decorative_only = 'decorative_only',
  refused = 'refused',
}
registerEnumType(BuyerKindType, { name: 'BuyerKind' });
registerEnumType(IncotermType, { name: 'Incoterm', description: 'Incoterms 2020.' });
registerEnumType(ChargeKindType, { name: 'ChargeKind' });
registerEnumType(ScreeningOutcomeType, { name: 'ScreeningOutcome' });

@ObjectType('Country', { description: 'A destination we quote.' })
export class CountryType {
  @Field(() => String, { description: 'ISO 3166.' })
  code!: string;
  @Field(() => String, { description: 'In the reader’s language.' })
  name!: string;
  @Field(() => String)
  currency!: string;
}

@ObjectType('Charge', { description: 'One figure of a delivered price, with what is needed to check it.' })
export class ChargeType {
  @Field(() => ChargeKindType)
  kind!: ChargeKind;
  @Field(() => String, { description: 'Stable name: DUTY, ITEM_DUTY, VAT, CLEARANCE …' })
  code!: string;
  @Field(() => String)
  label!: string;
  @Field(() => ID, { nullable: true, description: 'The product; null for the whole consignment.' })
  key!: string | null;
  @Field(() => MinorUnits)
  amountMinor!: number;
  @Field(() => String)
  formula!: string;
  @Field(() => String)
  rate!: string;
  @Field(() => String)
  source!: string;
  @Field(() => String)
  checkedOn!: string;
  @Field(() => String, { description: 'verified, secondary, general-knowledge, assumption or expired.' })
  confidence!: Confidence;
}

@ObjectType('TariffPreference')
export class PreferenceType {
  @Field(() => Boolean)
  applied!: boolean;
  @Field(() => String, { nullable: true })
  regime!: string | null;
  @Field(() => String, { nullable: true, description: 'The paper that proves the origin.' })
  proof!: string | null;
  @Field(() => String, { nullable: true, description: 'Words the proof must carry.' })
  mention!: string | null;
  @Field(() => Int, { nullable: true })
  proofMonths!: number | null;
  @Field(() => String, { nullable: true, description: 'The same paper by kind: origin_declaration, eur1, us_declaration, arab_certificate …' })
  proofKind!: string | null;
  @Field(() => String, { description: 'yes, no, not_provable, or review when a person decides.' })
  originating!: string;
  @Field(() => String, { nullable: true, description: 'What makes it Moroccan: signed, moroccan_materials, cumulation, product_rule, tolerance or value.' })
  criterion!: string | null;
  @Field(() => String, { description: 'The verdict’s reason, in the reader’s language.' })
  why!: string;
}

@ObjectType('OriginVerdict', { description: 'Whether a piece is Moroccan in the sense of one agreement.' })
export class OriginVerdictType {
  @Field(() => String, { description: 'A country of the corridor, ISO 3166.' })
  country!: string;
  @Field(() => String, { nullable: true })
  regime!: string | null;
  @Field(() => String, { nullable: true })
  agreement!: string | null;
  @Field(() => String, { description: 'yes, no, not_provable, or review when a person decides.' })
  originating!: string;
  @Field(() => String, { nullable: true })
  criterion!: string | null;
  @Field(() => String)
  why!: string;
  @Field(() => [String], { description: 'Fields of the piece that would settle it: materials.1.hsCode, operations, processingCostMadMinor.' })
  asks!: string[];
  @Field(() => String, { description: 'Where the rule was read.' })
  source!: string;
  @Field(() => String)
  confidence!: Confidence;
}

@ObjectType('ScreeningFinding')
export class ScreeningFindingType {
  @Field(() => ID)
  key!: string;
  @Field(() => ScreeningOutcomeType)
  outcome!: ScreeningOutcome;
  @Field(() => String)
  rule!: string;
  @Field(() => String)
  says!: string;
  @Field(() => String, { nullable: true })
  paper!: string | null;
  @Field(() => String, { nullable: true, description: 'The same paper by kind; some the export file draws up, the others the maker brings.' })
  paperKind!: string | null;
  @Field(() => String)
  source!: string;
  @Field(() => String)
  checkedOn!: string;
  @Field(() => String)
  confidence!: Confidence;
}

@ObjectType('QuotedLine')
export class QuotedLineType {
  @Field(() => ID)
  key!: string;
  @Field(() => MinorUnits)
  goodsMinor!: number;
  @Field(() => MinorUnits)
  dutyMinor!: number;
  @Field(() => MinorUnits)
  surchargeMinor!: number;
  @Field(() => MinorUnits)
  taxMinor!: number;
  @Field(() => MinorUnits)
  customsValueMinor!: number;
  @Field(() => String, { description: 'The destination’s own tariff line.' })
  commodityCode!: string;
  @Field(() => PreferenceType)
  preference!: PreferenceType;
  @Field(() => MinorUnits, { nullable: true, description: 'Duty the preference saved; null when the duty without it cannot be computed.' })
  saved!: number | null;
}

@ObjectType('QuoteRemark')
export class RemarkType {
  @Field(() => String)
  code!: string;
  @Field(() => String)
  text!: string;
  @Field(() => ID, { nullable: true })
  key!: string | null;
  @Field(() => String, { nullable: true, description: 'What to mend: hsCode, netWeightGrams, country …' })
  field!: string | null;
}

@ObjectType('ExchangeRate')
export class ExchangeRateType {
  @Field(() => String, { description: 'Dirhams for one unit of the buyer’s currency.' })
  rate!: string;
  @Field(() => String)
  source!: string;
  @Field(() => String)
  day!: string;
}

@ObjectType('EtaDays')
export class EtaDaysType {
  @Field(() => Int)
  min!: number;
  @Field(() => Int)
  max!: number;
}

@ObjectType('QuoteAlternative', { description: 'The other way to declare the same consignment.' })
export class AlternativeType {
  @Field(() => String)
  scheme!: string;
  @Field(() => MoneyType)
  total!: MoneyType;
  @Field(() => EtaDaysType)
  etaDays!: EtaDaysType;
  @Field(() => MinorUnits, { description: 'How much more it costs than the way that was chosen.' })
  moreMinor!: number;
  @Field(() => String)
  why!: string;
  @Field(() => [ChargeType])
  lines!: ChargeType[];
}

@ObjectType('QuotePart', { description: 'One exporter’s part: a consignment of its own, as the basket counts it.' })
export class QuotePartType {
  @Field(() => String)
  exporterName!: string;
  @Field(() => String, { description: 'H1, IOSS, UK_LOW_VALUE or ENTRY.' })
  scheme!: string;
  @Field(() => [ChargeType])
  lines!: ChargeType[];
  @Field(() => MoneyType)
  total!: MoneyType;
  @Field(() => EtaDaysType)
  etaDays!: EtaDaysType;
}

@ObjectType('Quote', { description: 'The price at the buyer’s door, or why it is not known. Nothing here is a guess that looks like a price.' })
export class QuoteType {
  @Field(() => Boolean)
  known!: boolean;
  @Field(() => [String], { description: 'Why it is not known.' })
  reasons!: string[];
  @Field(() => [RemarkType], { description: 'The same, with stable codes and the product each speaks of.' })
  reasonDetails!: RemarkType[];
  @Field(() => [RemarkType], { description: 'What to know before relying on it.' })
  warnings!: RemarkType[];
  @Field(() => String)
  country!: string;
  @Field(() => String, { nullable: true })
  currency!: string | null;
  @Field(() => IncotermType)
  incoterm!: Incoterm;
  @Field(() => BuyerKindType)
  buyerKind!: BuyerKind;
  @Field(() => String, { description: 'The day whose law was asked.' })
  asOf!: string;
  @Field(() => String, { description: 'The least certain row it rests on.' })
  confidence!: Confidence;
  @Field(() => [ScreeningFindingType])
  screening!: ScreeningFindingType[];
  @Field(() => String)
  dataVersion!: string;
  @Field(() => [ResponsiblePersonType], { description: 'Who answers for the pieces in the European Union, where the law wants it in the offer.' })
  responsible!: ResponsiblePersonType[];
  @Field(() => String, { nullable: true, description: 'H1, IOSS, UK_LOW_VALUE or ENTRY; null when its consignments are declared in different ways.' })
  scheme!: string | null;
  @Field(() => String, { nullable: true, description: 'CIF or FOB.' })
  customsBasis!: string | null;
  @Field(() => [ChargeType])
  lines!: ChargeType[];
  @Field(() => [QuotedLineType])
  perLine!: QuotedLineType[];
  @Field(() => MoneyType, { nullable: true, description: 'What is paid at checkout.' })
  total!: MoneyType | null;
  @Field(() => MoneyType, { nullable: true, description: 'What the carrier collects: zero under DDP.' })
  onArrival!: MoneyType | null;
  @Field(() => ExchangeRateType, { nullable: true })
  fx!: ExchangeRateType | null;
  @Field(() => EtaDaysType, { nullable: true })
  etaDays!: EtaDaysType | null;
  @Field(() => MinorUnits, { nullable: true })
  chargeableWeightGrams!: number | null;
  @Field(() => AlternativeType, { nullable: true })
  alternative!: AlternativeType | null;
  @Field(() => String, { nullable: true, description: 'The last day it may be relied on.' })
  validUntil!: string | null;
  @Field(() => [QuotePartType], { description: 'Each exporter’s consignment; together they make the total.' })
  parts!: QuotePartType[];
}

@ObjectType('DeliveredPrice', { description: 'One piece at the buyer’s door, for a card of a listing.' })
export class DeliveredPriceType {
  @Field(() => ID)
  productId!: string;
  @Field(() => Boolean)
  known!: boolean;
  @Field(() => MoneyType, { nullable: true })
  total!: MoneyType | null;
  @Field(() => MinorUnits, { nullable: true, description: 'Duty the preference saved.' })
  savedMinor!: number | null;
  @Field(() => [String])
  reasons!: string[];
  @Field(() => String)
  confidence!: Confidence;
}

@InputType()
export class QuoteLineInput {
  @Field(() => ID)
  productId!: string;
  @Field(() => Int)
  quantity!: number;
}

@InputType()
export class QuoteInput {
  @Field(() => String, { description: 'Destination, ISO 3166.' })
  country!: string;
  @Field(() => BuyerKindType, { defaultValue: BuyerKindType.consumer })
  buyerKind!: BuyerKind;
  @Field(() => IncotermType, { defaultValue: IncotermType.DDP })
  incoterm!: Incoterm;
  @Field(() => String, { nullable: true, description: 'The day whose law is asked, YYYY-MM-DD; today when absent.' })
  asOf?: string;
  @Field(() => [QuoteLineInput])
  lines!: QuoteLineInput[];
}
