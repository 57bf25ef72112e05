import { Module } from '@nestjs/common';
import { OrdersModule } from '#libs/orders';
import { RegistryModule } from '#libs/registry';
import { ProgrammesJobs } from './programmes.jobs.js';
import { ProgrammesResolver } from './programmes.resolver.js';
import { ProgrammesService } from './programmes.service.js';

@Module({ imports: [OrdersModule, RegistryModule], providers: [ProgrammesService, ProgrammesJobs, ProgrammesResolver], exports: [ProgrammesService] })
export class ProgrammesModule {}
