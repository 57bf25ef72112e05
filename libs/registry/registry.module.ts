import { Module } from '@nestjs/common';
import { RegisterImport } from './register.import.js';
import { RegistryJobs } from './registry.jobs.js';
import { RegistryResolver } from './registry.resolver.js';
import { RegistryService } from './registry.service.js';

@Module({ providers: [RegisterImport, RegistryService, RegistryJobs, RegistryResolver], exports: [RegisterImport, RegistryService] })
export class RegistryModule {}
