import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { Allow, Caller } from '#libs/platform';
import { ExportDocumentsService } from './export-documents.service.js';
import { CorrectLineInput, ExporterDetailsArgs, ExporterKindEnum, ExportFile, PaperKindEnum, TransportArgs } from './export-documents.types.js';
import { exportFileShape } from './file/export-file.view.js';
import type { PaperKind } from './papers/papers.js';

@Resolver(() => ExportFile)
export class ExportDocumentsResolver {
  constructor(private readonly documents: ExportDocumentsService) {}

  @Query(() => ExportFile, { nullable: true, description: 'For the order’s buyer, its exporter and the desk. Null until every piece is made.' })
  @Allow('buyer', 'artisan', 'cluster', 'desk')
  async exportFile(@Caller() actor: Actor, @Args('orderId', { type: () => ID }) orderId: string): Promise<ExportFile | null> {
    const view = await this.documents.exportFile(actor, orderId);
    return view && exportFileShape(view, actor.locale);
  }

  @Query(() => ExportFile, { nullable: true, description: 'For whoever holds the key of the buyer’s letter: what the buyer sees.' })
  @Allow('anyone')
  async exportFileByKey(@Caller() actor: Actor, @Args('key') key: string): Promise<ExportFile | null> {
    const view = await this.documents.exportFileByKey(key);
    return view && exportFileShape(view, actor.locale, key);
  }

  @Mutation(() => ExportFile, { nullable: true, description: 'Checks and prints a failed paper again.' })
  @Allow('artisan', 'cluster', 'desk')
  async retryPaper(@Caller() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<ExportFile | null> {
    return this.exportFile(actor, await this.documents.retryPaper(actor, id));
  }

  @Mutation(() => ExportFile, { nullable: true, description: 'Adds a paper the rules do not require, such as a CN23 for a postal parcel.' })
  @Allow('artisan', 'cluster', 'desk')
  async requestPaper(@Caller() actor: Actor, @Args('orderId', { type: () => ID }) orderId: string, @Args('kind', { type: () => PaperKindEnum }) kind: PaperKind): Promise<ExportFile | null> {
    await this.documents.requestPaper(actor, orderId, kind);
    return this.exportFile(actor, orderId);
  }

  @Mutation(() => ExportFile, { nullable: true, description: 'Takes back a paper that was asked for by hand; what the rules require stays.' })
  @Allow('artisan', 'cluster', 'desk')
  async dropPaper(@Caller() actor: Actor, @Args('orderId', { type: () => ID }) orderId: string, @Args('kind', { type: () => PaperKindEnum }) kind: PaperKind): Promise<ExportFile | null> {
    await this.documents.dropPaper(actor, orderId, kind);
    return this.exportFile(actor, orderId);
  }

  @Mutation(() => ExportFile, { nullable: true, description: 'A fuller description, the right HS code or a weighed net weight, where a paper was refused for it.' })
  @Allow('artisan', 'cluster', 'desk')
  async correctLine(@Caller() actor: Actor, @Args('orderId', { type: () => ID }) orderId: string, @Args('input') input: CorrectLineInput): Promise<ExportFile | null> {
    await this.documents.correctLine(actor, orderId, input);
    return this.exportFile(actor, orderId);
  }

  @Mutation(() => ExportFile, { nullable: true, description: 'The number of the movement certificate customs endorsed, or the desk’s decision on origin.' })
  @Allow('desk')
  async recordOrigin(@Caller() actor: Actor, @Args('orderId', { type: () => ID }) orderId: string, @Args('reference') reference: string): Promise<ExportFile | null> {
    await this.documents.recordOrigin(actor, orderId, reference);
    return this.exportFile(actor, orderId);
  }

  @Mutation(() => ExportFile, { nullable: true, description: 'How the goods travel: the papers of that way are drawn up, with its numbers.' })
  @Allow('artisan', 'cluster', 'desk')
  async recordTransport(@Caller() actor: Actor, @Args('orderId', { type: () => ID }) orderId: string, @Args('input') input: TransportArgs): Promise<ExportFile | null> {
    await this.documents.recordTransport(actor, orderId, input);
    return this.exportFile(actor, orderId);
  }

  @Mutation(() => Boolean, { description: 'What the exporter’s papers say beyond the register.' })
  @Allow('artisan', 'cluster', 'desk')
  async saveExporterDetails(
    @Caller() actor: Actor,
    @Args('kind', { type: () => ExporterKindEnum }) kind: 'artisan' | 'cluster',
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: ExporterDetailsArgs,
  ): Promise<boolean> {
    await this.documents.saveExporterDetails(actor, kind, id, input);
    return true;
  }
}
