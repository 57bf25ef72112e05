import { Controller, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isId, newId, type Actor } from '#libs/kernel';
import { Allow, Caller } from '#libs/platform';
import { catalogErrors } from '../catalog.errors.js';
import { fileOf } from '../photograph/photograph.controller.js';
import type { Photograph } from '../photograph/photograph.js';
import { AgentListingService } from './agent-listing.service.js';

@Controller()
export class AgentPhotographController {
  constructor(private readonly listings: AgentListingService) {}

  /** `POST /uploads/photographs-for?productId=…&id=…`: the same as a maker's own upload, for whoever may write her pieces. */
  @Post('uploads/photographs-for')
  @Allow('officer', 'cluster')
  async upload(@Caller() actor: Actor, @Req() request: FastifyRequest, @Query('productId') productId?: string, @Query('id') id: string = newId()): Promise<Photograph> {
    if (!isId(productId)) throw catalogErrors.CATALOG_PRODUCT_UNKNOWN({}, 'productId');
    if (!isId(id)) throw catalogErrors.CATALOG_PHOTOGRAPH_UNKNOWN({}, 'id');
    return this.listings.photograph(actor, { id, productId }, await fileOf(request));
  }
}
