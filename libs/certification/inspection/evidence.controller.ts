import '@fastify/multipart';
import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isId, newId, type Actor } from '#libs/kernel';
import { Allow, Caller, MOST_PICTURE_BYTES } from '#libs/platform';
import { certificationErrors } from '../certification.errors.js';
import { EvidenceService, type Evidence } from './evidence.service.js';

@Controller()
export class EvidenceController {
  constructor(private readonly evidence: EvidenceService) {}

  /** `POST /uploads/inspection-photographs?inspectionId=…&id=…`, multipart, one file. The id is the caller's, so that a retry is the same upload. */
  @Post('uploads/inspection-photographs')
  @Allow('inspector')
  async upload(@Caller() actor: Actor, @Req() request: FastifyRequest, @Query('inspectionId') inspectionId = '', @Query('id') id: string = newId()): Promise<Evidence> {
    if (!isId(id)) throw certificationErrors.INSPECTION_NOT_FOUND({}, 'id');
    return this.evidence.add(actor, { id, inspectionId }, await fileOf(request));
  }

  @Get('files/inspections/:id.jpg')
  @Allow('anyone')
  async show(@Caller() actor: Actor, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const { bytes, open } = await this.evidence.read(actor, id);
    await reply
      .header('content-type', 'image/jpeg')
      .header('cache-control', open ? 'public, max-age=31536000, immutable' : 'private, no-store')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cross-origin-resource-policy', 'cross-origin')
      .send(bytes);
  }
}

async function fileOf(request: FastifyRequest): Promise<Buffer> {
  // Too large, cut off in the middle, or no file at all: the sender is told what to send.
  const part = request.isMultipart() ? await request.file({ limits: { fileSize: MOST_PICTURE_BYTES, files: 1, fields: 4 } }).catch(() => undefined) : undefined;
  const bytes = await part?.toBuffer().catch(() => undefined);
  if (!bytes) throw certificationErrors.EVIDENCE_UNREADABLE({ max: MOST_PICTURE_BYTES / 1024 / 1024 }, 'photograph');
  return bytes;
}
