import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { Allow, Caller } from '#libs/platform';
import { BundleService } from './file/bundle.service.js';
import { ExportDocumentsService } from './export-documents.service.js';

@Controller('papers')
export class PapersController {
  constructor(
    private readonly documents: ExportDocumentsService,
    private readonly bundle: BundleService,
  ) {}

  /** The PDF, to look at in the browser, under its number when it is saved. */
  @Get(':id')
  @Allow('buyer', 'artisan', 'cluster', 'desk')
  @Header('cache-control', 'private, no-store')
  @Header('x-content-type-options', 'nosniff')
  async paper(@Caller() actor: Actor, @Param('id') id: string): Promise<StreamableFile> {
    const { row, bytes } = await this.documents.paper(actor, id);
    const name = row.version > 1 ? `${row.number}-v${row.version}.pdf` : `${row.number}.pdf`;
    return new StreamableFile(bytes, { type: 'application/pdf', length: row.size!, disposition: `inline; filename="${name}"` });
  }

  @Get(':orderId/export-file.zip')
  @Allow('buyer', 'artisan', 'cluster', 'desk')
  @Header('cache-control', 'private, no-store')
  async exportFile(@Caller() actor: Actor, @Param('orderId') orderId: string): Promise<StreamableFile> {
    const { name, bytes } = await this.bundle.zip(actor, orderId);
    return new StreamableFile(bytes, { type: 'application/zip', length: bytes.length, disposition: `attachment; filename="${name}"` });
  }
}
