import '@fastify/multipart';
import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isId, newId, type Actor } from '#libs/kernel';
import { Allow, Caller, platformErrors } from '#libs/platform';
import { catalogErrors } from '../catalog.errors.js';
import { LIMITS, type Photograph } from './photograph.js';
import { PhotographService } from './photograph.service.js';

/** Files of up to 15 MB wait in memory for their turn; more than this many at once are asked to come back. */
const MOST_AT_ONCE = 24;

@Controller()
export class PhotographController {
  private atOnce = 0;

  constructor(private readonly photographs: PhotographService) {}

  /** `POST /uploads/photographs?productId=…&id=…`, multipart, one file. The id is the caller's, so that a retry is the same upload. */
  @Post('uploads/photographs')
  @Allow('artisan', 'cluster')
  async upload(@Caller() actor: Actor, @Req() request: FastifyRequest, @Query('productId') productId?: string, @Query('id') id: string = newId()): Promise<Photograph> {
    if (!isId(productId)) throw catalogErrors.CATALOG_PRODUCT_UNKNOWN({}, 'productId');
    if (!isId(id)) throw catalogErrors.CATALOG_PHOTOGRAPH_UNKNOWN({}, 'id');
    if (this.atOnce >= MOST_AT_ONCE) throw platformErrors.TOO_MANY_REQUESTS({ seconds: 10 });
    this.atOnce += 1;
    try {
      return await this.photographs.add(actor, { id, productId }, await fileOf(request));
    } finally {
      this.atOnce -= 1;
    }
  }

  @Get('files/photographs/:id/:file')
  @Allow('anyone')
  async show(@Param('id') id: string, @Param('file') file: string, @Res() reply: FastifyReply): Promise<void> {
    const found = isId(id) ? await this.photographs.file(id, file) : null;
    if (!found) throw catalogErrors.CATALOG_PHOTOGRAPH_UNKNOWN();
    await reply
      .header('content-type', `image/${found.format}`)
      .header('cache-control', found.final ? 'public, max-age=31536000, immutable' : 'public, max-age=60')
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cross-origin-resource-policy', 'cross-origin')
      .send(found.bytes);
  }
}

/** The one file of a multipart request. */
export async function fileOf(request: FastifyRequest): Promise<Buffer> {
  if (!request.isMultipart()) throw catalogErrors.CATALOG_PHOTOGRAPH_ABSENT({}, 'photograph');
  try {
    const part = await request.file({ limits: { fileSize: LIMITS.bytes, files: 1, fields: 4 } });
    if (part) return await part.toBuffer();
  } catch (error) {
    const code = String((error as { code?: unknown }).code);
    if (code === 'FST_REQ_FILE_TOO_LARGE') throw catalogErrors.CATALOG_PHOTOGRAPH_TOO_HEAVY({ max: LIMITS.bytes / 1024 / 1024 }, 'photograph');
    // A body cut off in the middle, a boundary that never comes: the sender's trouble, not ours.
    throw catalogErrors.CATALOG_PHOTOGRAPH_UNREADABLE({}, 'photograph');
  }
  throw catalogErrors.CATALOG_PHOTOGRAPH_ABSENT({}, 'photograph');
}
