import '@fastify/multipart';
import { Controller, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { fileOf, type Photograph } from '#libs/catalog';
import { isId, newId, type Actor } from '#libs/kernel';
import { Allow, Caller, platformErrors } from '#libs/platform';
import { clustersErrors } from '../clusters.errors.js';
import { DelegatedService } from './delegated.service.js';

/** Pictures wait in memory for their turn. */
const MOST_AT_ONCE = 12;

@Controller()
export class DelegatedController {
  private atOnce = 0;

  constructor(private readonly delegated: DelegatedService) {}

  /** `POST /uploads/cluster-photographs?clusterId=…&productId=…&id=…`, multipart, one file: of a member's piece that she lets the cluster photograph. */
  @Post('uploads/cluster-photographs')
  @Allow('artisan', 'cluster')
  async upload(@Caller() actor: Actor, @Req() request: FastifyRequest, @Query('clusterId') clusterId = '', @Query('productId') productId = '', @Query('id') id: string = newId()): Promise<Photograph> {
    if (!isId(clusterId) || !isId(productId) || !isId(id)) throw clustersErrors.CLUSTER_MEMBER_NOT_FOUND({}, 'productId');
    if (this.atOnce >= MOST_AT_ONCE) throw platformErrors.TOO_MANY_REQUESTS({ seconds: 10 });
    this.atOnce += 1;
    try {
      return await this.delegated.photograph(actor, clusterId, { id, productId }, await fileOf(request));
    } finally {
      this.atOnce -= 1;
    }
  }
}
