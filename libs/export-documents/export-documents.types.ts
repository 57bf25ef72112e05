import { Field, Float, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CORRECTABLE, type CorrectedField } from './trade/correction.js';
import { exportFileLifecycle, paperLifecycle, type ExportFileState, type PaperState } from './file/export-file.js';
import { PAPER_KINDS, type PaperKind } from './papers/papers.js';
import { WAYS, WOOD, type Way, type Wood } from './trade/transport.js';

const enumOf = <T extends string>(values: readonly T[]): Record<T, T> => Object.fromEntries(values.map((v) => [v, v])) as Record<T, T>;

export const PaperKindEnum = enumOf<PaperKind>(PAPER_KINDS);
export const PaperStateEnum = enumOf<PaperState>(paperLifecycle.states);
export const ExportFileStateEnum = enumOf<ExportFileState>(exportFileLifecycle.states);
export const CorrectedFieldEnum = enumOf<CorrectedField>(CORRECTABLE);
export const ExporterKindEnum = enumOf(['artisan', 'cluster'] as const);
export const CarriageWayEnum = enumOf<Way>(WAYS);
export const WoodPackagingEnum = enumOf<Wood>(WOOD);
registerEnumType(CarriageWayEnum, { name: 'CarriageWay', description: 'How the goods travel; undecided is a parcel that a post or a courier may take.' });
registerEnumType(WoodPackagingEnum, { name: 'WoodPackaging', description: 'What wood the packages contain: none, processed wood only, or raw wood treated and marked (ISPM 15).' });
registerEnumType(PaperKindEnum, { name: 'PaperKind' });
registerEnumType(PaperStateEnum, { name: 'PaperState' });
registerEnumType(ExportFileStateEnum, { name: 'ExportFileState' });
registerEnumType(CorrectedFieldEnum, { name: 'CorrectedField', description: 'What of a line the papers may say otherwise than the frozen offer.' });
registerEnumType(ExporterKindEnum, { name: 'ExporterKind' });

@ObjectType({ description: 'One thing wrong in one box of a paper, and what to do about it, in the language of the request.' })
export class PaperFault {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  box!: string;

  @Field(() => String)
  message!: string;

  @Field(() => String)
  remedy!: string;

  @Field(() => Boolean, { description: 'It keeps the paper from being printed; otherwise it is a warning.' })
  refuses!: boolean;
}

@ObjectType({ description: 'A rule that asks for a paper.' })
export class PaperRuleCited {
  @Field(() => String, { description: 'In the language of the request.' })
  why!: string;

  @Field(() => String)
  source!: string;

  @Field(() => String)
  checkedOn!: string;

  @Field(() => String, { description: 'secondary or general-knowledge, as for the rows of a delivered price.' })
  confidence!: string;
}

@ObjectType()
export class ExportPaper {
  @Field(() => ID)
  id!: string;

  @Field(() => PaperKindEnum)
  kind!: PaperKind;

  @Field(() => String, { description: 'The kind in words.' })
  title!: string;

  @Field(() => String)
  number!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => PaperStateEnum)
  state!: PaperState;

  @Field(() => [String], { description: 'Languages printed on it.' })
  languages!: string[];

  @Field(() => String, { description: 'The day on the paper.' })
  issuedOn!: string;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the PDF, in hex.' })
  sha256!: string | null;

  @Field(() => Int, { nullable: true })
  pages!: number | null;

  @Field(() => String, { nullable: true, description: 'Where the PDF is, for those who may see it.' })
  url!: string | null;

  @Field(() => [PaperRuleCited], { description: 'By which rules it is required; none, when somebody asked for it.' })
  rules!: PaperRuleCited[];

  @Field(() => [String], { description: 'What is wrong, each with its remedy, as sentences.' })
  problems!: string[];

  @Field(() => [PaperFault])
  faults!: PaperFault[];
}

@ObjectType({ description: 'A kind of paper, in words.' })
export class PaperNamed {
  @Field(() => PaperKindEnum)
  kind!: PaperKind;

  @Field(() => String)
  title!: string;
}

@ObjectType({ description: 'How the goods travel, as it was put on record.' })
export class Carriage {
  @Field(() => CarriageWayEnum)
  way!: Way;

  @Field(() => String, { nullable: true })
  carrier!: string | null;

  @Field(() => String, { nullable: true })
  number!: string | null;

  @Field(() => String, { nullable: true })
  from!: string | null;

  @Field(() => String, { nullable: true })
  to!: string | null;

  @Field(() => String, { nullable: true })
  vehicle!: string | null;

  @Field(() => String, { nullable: true })
  notify!: string | null;

  @Field(() => [String])
  containers!: string[];

  @Field(() => WoodPackagingEnum, { nullable: true })
  wood!: Wood | null;

  @Field(() => String, { nullable: true })
  woodMark!: string | null;
}

@ObjectType({ description: 'The papers one order leaves Morocco with.' })
export class ExportFile {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  orderId!: string;

  @Field(() => ExportFileStateEnum)
  state!: ExportFileState;

  @Field(() => Boolean)
  complete!: boolean;

  @Field(() => Int, { description: 'How often it was completed.' })
  version!: number;

  @Field(() => Int, { description: 'Papers ready, in percent.' })
  progress!: number;

  @Field(() => [ExportPaper])
  papers!: ExportPaper[];

  @Field(() => [PaperNamed], { description: 'Papers that are not in the file, which somebody may still ask for.' })
  askable!: PaperNamed[];

  @Field(() => [PaperNamed], { description: 'Papers asked for by hand, which may be taken back.' })
  asked!: PaperNamed[];

  @Field(() => [String], { description: 'Required papers that are not ready, by name.' })
  missing!: string[];

  @Field(() => String, { nullable: true, description: 'Why origin is proved the way it is, in the language of the request.' })
  origin!: string | null;

  @Field(() => Carriage, { nullable: true, description: 'Null while nobody has put it on record.' })
  carriage!: Carriage | null;

  @Field(() => String, { nullable: true, description: 'All ready papers in one ZIP with a cover sheet of checksums.' })
  zipUrl!: string | null;

  @Field(() => String, { description: 'Server-sent events of its progress: each step as it is taken, until it is complete.' })
  eventsUrl!: string;

  @Field(() => GraphQLISODateTime, { nullable: true })
  completedAt!: Date | null;
}

@InputType({ description: 'What an exporter’s papers say beyond the register. Given once, carried by every later paper.' })
export class ExporterDetailsArgs {
  @Field(() => String, { nullable: true })
  legalName?: string;

  @Field(() => String, { nullable: true })
  nameArabic?: string;

  @Field(() => [String], { nullable: true })
  address?: string[];

  @Field(() => String, { nullable: true })
  city?: string;

  @Field(() => String, { nullable: true })
  phone?: string;

  @Field(() => String, { nullable: true })
  email?: string;

  @Field(() => String, { nullable: true, description: 'Identifiant commun de l’entreprise, 15 digits.' })
  ice?: string;

  @Field(() => String, { nullable: true })
  tradeRegister?: string;

  @Field(() => String, { nullable: true })
  taxNumber?: string;

  @Field(() => String, { nullable: true })
  signatory?: string;

  @Field(() => String, { nullable: true })
  capacity?: string;

  @Field(() => String, { nullable: true, description: 'Customs authorisation of an approved exporter.' })
  approvedExporter?: string;

  @Field(() => String, { nullable: true, description: 'Number in the ministry’s file of exporters of handicraft.' })
  exporterFile?: string;

  @Field(() => String, { nullable: true, description: 'EORI of who represents the exporter where duty is paid for the buyer.' })
  representativeEori?: string;

  @Field(() => String, { nullable: true, description: 'The exporter’s own responsible person in the European Union: name, postal and electronic address. Null takes it back: the house’s answers.' })
  responsiblePerson?: string | null;

  @Field(() => Float, { nullable: true, description: 'Millimetres the printer is off to the right when it writes on an official form.' })
  formShiftXMm?: number;

  @Field(() => Float, { nullable: true, description: 'Millimetres it is off downwards.' })
  formShiftYMm?: number;
}

@InputType({ description: 'How the goods travel. Given whole each time.' })
export class TransportArgs {
  @Field(() => CarriageWayEnum)
  way!: Way;

  @Field(() => String, { nullable: true })
  carrier?: string;

  @Field(() => String, { nullable: true, description: 'Postal identifier (S10), air waybill, consignment note or bill of lading number.' })
  number?: string;

  @Field(() => String, { nullable: true, description: 'Town, airport or port where the carrier takes over.' })
  from?: string;

  @Field(() => String, { nullable: true })
  to?: string;

  @Field(() => String, { nullable: true, description: 'Flight, lorry and trailer, or vessel and voyage.' })
  vehicle?: string;

  @Field(() => String, { nullable: true, description: 'Whom to tell of the arrival, when not the consignee.' })
  notify?: string;

  @Field(() => [String], { nullable: true, description: 'Container numbers (ISO 6346).' })
  containers?: string[];

  @Field(() => WoodPackagingEnum, { nullable: true })
  wood?: Wood;

  @Field(() => String, { nullable: true, description: 'The mark on treated wood, like IPPC MA-123 HT.' })
  woodMark?: string;
}

@InputType({ description: 'What a line says on the papers from now on. The frozen pro forma stays as it is.' })
export class CorrectLineInput {
  @Field(() => Int)
  line!: number;

  @Field(() => CorrectedFieldEnum)
  field!: CorrectedField;

  @Field(() => String)
  value!: string;

  @Field(() => String, { description: 'Kept beside the correction.' })
  reason!: string;
}
