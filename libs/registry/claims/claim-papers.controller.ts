import '@fastify/multipart';
import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isId, newId, type Actor } from '#libs/kernel';
import { Allow, Caller } from '#libs/platform';
import { ClaimPapersService, MOST_PAPER_BYTES, type ClaimPaper } from './claim-papers.service.js';
import { claimsErrors } from './claims.errors.js';

@Controller()
export class ClaimPapersController {
  constructor(private readonly papers: ClaimPapersService) {}

  /** `POST /uploads/claim-papers?claimId=…&item=identity-card&id=…`, multipart, one file. */
  @Post('uploads/claim-papers')
  @Allow('buyer')
  async upload(@Caller() actor: Actor, @Req() request: FastifyRequest, @Query('claimId') claimId = '', @Query('item') item = '', @Query('id') id: string = newId()): Promise<ClaimPaper> {
    if (!isId(id)) throw claimsErrors.CLAIM_NOT_FOUND({}, 'id');
    return this.papers.add(actor, { id, claimId, item }, await fileOf(request));
  }

  @Get('claims/papers/:id')
  @Allow('buyer', 'officer')
  async show(@Caller() actor: Actor, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const { contentType, bytes } = await this.papers.read(actor, id);
    await reply
      .header('content-type', contentType)
      .header('content-disposition', 'attachment')
      .header('cache-control', 'private, no-store')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(bytes);
  }
}

async function fileOf(request: FastifyRequest): Promise<Buffer> {
  const unreadable = claimsErrors.CLAIM_PAPER_UNREADABLE({ max: MOST_PAPER_BYTES / 1024 / 1024 }, 'paper');
  if (!request.isMultipart()) throw unreadable;
  // Too large, cut off in the middle, or no file at all: the sender is told what to send.
  const part = await request.file({ limits: { fileSize: MOST_PAPER_BYTES, files: 1, fields: 4 } }).catch(() => undefined);
  const bytes = await part?.toBuffer().catch(() => undefined);
  if (!bytes) throw unreadable;
  return bytes;
}
