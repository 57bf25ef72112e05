import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { Allow, Caller, platformErrors } from '#libs/platform';
import { BundleService } from './file/bundle.service.js';
import { ExportDocumentsService } from './export-documents.service.js';

/** Read by session, or by the key of the buyer's letter (`?key=`), which opens that one order and nothing else. */
@Controller('papers')
export class PapersController {
  constructor(
    private readonly documents: ExportDocumentsService,
    private readonly bundle: BundleService,
  ) {}

  /** The PDF, to look at in the browser, under its number when it is saved. */
  @Get(':id')
  @Allow('anyone')
  @Header('cache-control', 'private, no-store')
  @Header('x-content-type-options', 'nosniff')
  @Header('referrer-policy', 'no-referrer')
  async paper(@Caller() actor: Actor, @Param('id') id: string, @Query('key') key?: string): Promise<StreamableFile> {
    const { row, bytes } = key === undefined ? await this.documents.paper(signedIn(actor), id) : await this.documents.paperByKey(key, id);
    const name = row.version > 1 ? `${row.number}-v${row.version}.pdf` : `${row.number}.pdf`;
    return new StreamableFile(bytes, { type: 'application/pdf', length: row.size!, disposition: `inline; filename="${name}"` });
  }

  @Get(':orderId/export-file.zip')
  @Allow('anyone')
  @Header('cache-control', 'private, no-store')
  @Header('referrer-policy', 'no-referrer')
  async exportFile(@Caller() actor: Actor, @Param('orderId') orderId: string, @Query('key') key?: string): Promise<StreamableFile> {
    const view = key === undefined ? await this.documents.exportFile(signedIn(actor), orderId) : await this.documents.exportFileByKey(key);
    const { name, bytes } = await this.bundle.zip(view);
    return new StreamableFile(bytes, { type: 'application/zip', length: bytes.length, disposition: `attachment; filename="${name}"` });
  }
}

function signedIn(actor: Actor): Actor {
  if (actor.accountId === null) throw platformErrors.SIGN_IN_REQUIRED();
  return actor;
}
