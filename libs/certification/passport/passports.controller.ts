import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow } from '#libs/platform';
import { PassportsService } from './passports.service.js';
import { SigningKeysService } from './signing-keys.service.js';

/**
 * What a stranger's verifier fetches: keys, passports, withdrawals. Public, and readable from any site.
 * The headers are said once there is something to send, so that a refusal goes out as what it is.
 */
@Controller()
export class PassportsController {
  constructor(
    private readonly passports: PassportsService,
    private readonly keys: SigningKeysService,
  ) {}

  @Get('/.well-known/did.json')
  @Allow('anyone')
  async didDocument(@Res() reply: FastifyReply): Promise<void> {
    await shared(reply, 'application/did+json', JSON.stringify(await this.keys.didDocument()));
  }

  @Get('/passports/status/:list')
  @Allow('anyone')
  async statusList(@Param('list') list: string, @Res() reply: FastifyReply): Promise<void> {
    const credential = await this.passports.statusList(placeOf(list));
    await shared(reply.header('cache-control', 'public, max-age=300'), 'application/vc+jwt', credential);
  }

  @Get('/passports/updates/:list')
  @Allow('anyone')
  async updatesList(@Param('list') list: string, @Res() reply: FastifyReply): Promise<void> {
    const credential = await this.passports.updatesList(placeOf(list));
    await shared(reply.header('cache-control', 'public, max-age=300'), 'application/vc+jwt', credential);
  }

  @Get('/passports/:number/editions/:edition')
  @Allow('anyone')
  async edition(@Param('number') number: string, @Param('edition') edition: string, @Res() reply: FastifyReply): Promise<void> {
    await shared(reply, 'application/vc+jwt', await this.passports.passport(number, placeOf(edition)));
  }

  @Get('/passports/:number')
  @Allow('anyone')
  async passport(@Param('number') number: string, @Res() reply: FastifyReply): Promise<void> {
    await shared(reply, 'application/vc+jwt', await this.passports.passport(number));
  }

  @Get('/passports/:number/bundle.json')
  @Allow('anyone')
  async bundle(@Param('number') number: string, @Res() reply: FastifyReply): Promise<void> {
    await shared(reply, 'application/json', JSON.stringify(await this.passports.bundle(number)));
  }

  @Get('/passports/:number/label.svg')
  @Allow('anyone')
  async label(@Param('number') number: string, @Res() reply: FastifyReply): Promise<void> {
    await shared(reply, 'image/svg+xml', await this.passports.label(number));
  }
}

function placeOf(text: string): number {
  return /^\d{1,7}$/.test(text) ? Number(text) : -1;
}

async function shared(reply: FastifyReply, contentType: string, body: string): Promise<void> {
  await reply.header('content-type', contentType).header('access-control-allow-origin', '*').send(body);
}
