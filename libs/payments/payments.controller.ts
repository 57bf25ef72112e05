import { Controller, Get, Header, Headers, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { Allow, Caller } from '#libs/platform';
import { EventsService } from './checkout/events.service.js';
import { PayoutsService } from './payouts/payouts.service.js';

interface RawRequest {
  readonly rawBody?: Buffer;
}
interface Reply {
  header(name: string, value: string): unknown;
}

/** What GraphQL cannot carry: the provider's signed messages, and the bank's file. */
@Controller()
export class PaymentsController {
  constructor(
    private readonly events: EventsService,
    private readonly payouts: PayoutsService,
  ) {}

  @Post('webhooks/stripe')
  @HttpCode(200)
  @Allow('anyone')
  async webhook(@Req() request: RawRequest, @Headers('stripe-signature') signature: string | undefined): Promise<{ received: true }> {
    await this.events.receive(request.rawBody ?? Buffer.alloc(0), signature);
    return { received: true };
  }

  @Get('payouts/:file')
  @Header('cache-control', 'no-store')
  @Header('x-content-type-options', 'nosniff')
  @Allow('desk')
  async file(@Caller() actor: Actor, @Param('file') file: string, @Res({ passthrough: true }) reply: Reply): Promise<string> {
    const { number, xml } = await this.payouts.file(actor, file.replace(/\.xml$/, ''));
    // Set here and not above: a refusal is JSON.
    reply.header('content-type', 'application/xml; charset=utf-8');
    reply.header('content-disposition', `attachment; filename="${number}.xml"`);
    return xml;
  }
}
