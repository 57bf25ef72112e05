import { Controller, Get, Header, Param } from '@nestjs/common';
import { Allow } from '#libs/platform';
import type { DidDocument, PassportBundle } from './passport.verifier.js';
import { PassportsService } from './passports.service.js';
import { SigningKeysService } from './signing-keys.service.js';

/** What a stranger's verifier fetches: keys, passports, withdrawals. Public, and readable from any site. */
@Controller()
export class PassportsController {
  constructor(
    private readonly passports: PassportsService,
    private readonly keys: SigningKeysService,
  ) {}

  @Get('/.well-known/did.json')
  @Allow('anyone')
  @Header('content-type', 'application/did+json')
  @Header('access-control-allow-origin', '*')
  didDocument(): Promise<DidDocument> {
    return this.keys.didDocument();
  }

  @Get('/passports/status/:list')
  @Allow('anyone')
  @Header('content-type', 'application/vc+jwt')
  @Header('access-control-allow-origin', '*')
  @Header('cache-control', 'public, max-age=300')
  statusList(@Param('list') list: string): Promise<string> {
    return this.passports.statusList(/^\d{1,7}$/.test(list) ? Number(list) : -1);
  }

  @Get('/passports/:number')
  @Allow('anyone')
  @Header('content-type', 'application/vc+jwt')
  @Header('access-control-allow-origin', '*')
  passport(@Param('number') number: string): Promise<string> {
    return this.passports.passport(number);
  }

  @Get('/passports/:number/bundle.json')
  @Allow('anyone')
  @Header('access-control-allow-origin', '*')
  bundle(@Param('number') number: string): Promise<PassportBundle> {
    return this.passports.bundle(number);
  }

  @Get('/passports/:number/label.svg')
  @Allow('anyone')
  @Header('content-type', 'image/svg+xml')
  @Header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
  label(@Param('number') number: string): Promise<string> {
    return this.passports.label(number);
  }
}
