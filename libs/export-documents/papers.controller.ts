import { Controller, Get, Header, Headers, Param, Query, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '#libs/kernel';
import { Allow, Caller, platformErrors } from '#libs/platform';
import { BundleService } from './file/bundle.service.js';
import { exportDocumentsErrors } from './export-documents.errors.js';
import { ExportDocumentsService, type ExportFileView } from './export-documents.service.js';
import { ProgressService } from './file/progress.service.js';

/** Read by session, or by the key of the buyer's letter (`?key=`), which opens that one order and nothing else. */
@Controller('papers')
export class PapersController {
  constructor(
    private readonly documents: ExportDocumentsService,
    private readonly bundle: BundleService,
    private readonly progress: ProgressService,
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
    const view = await this.file(actor, orderId, key);
    const { name, bytes } = await this.bundle.zip(view);
    return new StreamableFile(bytes, { type: 'application/zip', length: bytes.length, disposition: `attachment; filename="${name}"` });
  }

  /** Server-sent events: each step of the file as it is taken, and the end of the stream when it is complete. */
  @Get(':orderId/events')
  @Allow('anyone')
  @Header('cache-control', 'private, no-store')
  @Header('x-accel-buffering', 'no')
  // The connection ends with the stream: a server that stops would wait for one kept open.
  @Header('connection', 'close')
  @Header('referrer-policy', 'no-referrer')
  async events(@Caller() actor: Actor, @Param('orderId') orderId: string, @Headers('last-event-id') seen: string | undefined, @Res({ passthrough: true }) reply: FastifyReply, @Query('key') key?: string): Promise<StreamableFile | undefined> {
    const look = (): Promise<ExportFileView | null> => this.file(actor, orderId, key);
    const view = await look();
    if (!view) throw exportDocumentsErrors.EXPORT_FILE_NOT_FOUND({}, 'orderId');
    const events = await this.progress.watch(key ?? actor.accountId!, view, look, seen);
    // No content tells a browser not to come back: it has seen the end.
    if (events === null) return void reply.code(204);
    return new StreamableFile(events, { type: 'text/event-stream; charset=utf-8' });
  }

  private file(actor: Actor, orderId: string, key: string | undefined): Promise<ExportFileView | null> {
    return key === undefined ? this.documents.exportFile(signedIn(actor), orderId) : this.documents.exportFileByKey(key);
  }
}

function signedIn(actor: Actor): Actor {
  if (actor.accountId === null) throw platformErrors.SIGN_IN_REQUIRED();
  return actor;
}
