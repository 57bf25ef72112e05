import '@fastify/multipart';
import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isId, newId, type Actor } from '#libs/kernel';
import { Allow, Caller, MOST_PICTURE_BYTES } from '#libs/platform';
import { ordersErrors } from '../orders.errors.js';
import { ComplaintPhotographsService } from './complaint-photographs.service.js';

@Controller()
export class ComplaintPhotographsController {
  constructor(private readonly photographs: ComplaintPhotographsService) {}

  /** `POST /uploads/complaint-photographs?complaintId=…&id=…&key=…`, multipart, one file. The id is the caller's, so that a retry is the same upload. */
  @Post('uploads/complaint-photographs')
  @Allow('buyer', 'desk')
  async upload(@Caller() actor: Actor, @Req() request: FastifyRequest, @Query('complaintId') complaintId = '', @Query('id') id: string = newId(), @Query('key') key: string | null = null): Promise<{ id: string }> {
    if (!isId(id)) throw ordersErrors.ORDER_COMPLAINT_NOT_FOUND({}, 'id');
    return this.photographs.add(actor, { id, complaintId, key }, await fileOf(request));
  }

  /** For both sides and the desk; and for whoever holds the key of the buyer's letters. */
  @Get('complaints/photographs/:id.jpg')
  @Allow('anyone')
  async show(@Caller() actor: Actor, @Param('id') id: string, @Res() reply: FastifyReply, @Query('key') key: string | null = null): Promise<void> {
    const bytes = await this.photographs.read(actor, id, key);
    await reply
      .header('content-type', 'image/jpeg')
      .header('cache-control', 'private, no-store')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(bytes);
  }
}

async function fileOf(request: FastifyRequest): Promise<Buffer> {
  // Too large, cut off in the middle, or no file at all: the sender is told what to send.
  const part = request.isMultipart() ? await request.file({ limits: { fileSize: MOST_PICTURE_BYTES, files: 1, fields: 4 } }).catch(() => undefined) : undefined;
  const bytes = await part?.toBuffer().catch(() => undefined);
  if (!bytes) throw ordersErrors.ORDER_COMPLAINT_PICTURE({ max: MOST_PICTURE_BYTES / 1024 / 1024 }, 'photograph');
  return bytes;
}
