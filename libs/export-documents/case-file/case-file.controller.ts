import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { Allow, Caller } from '#libs/platform';
import { CaseFileService } from './case-file.service.js';

@Controller('evidence')
export class CaseFileController {
  constructor(private readonly cases: CaseFileService) {}

  @Get(':orderId.zip')
  @Allow('desk')
  @Header('cache-control', 'private, no-store')
  async zip(@Caller() actor: Actor, @Param('orderId') orderId: string): Promise<StreamableFile> {
    const { name, bytes } = await this.cases.zip(actor, orderId);
    return new StreamableFile(bytes, { type: 'application/zip', length: bytes.length, disposition: `attachment; filename="${name}"` });
  }
}
