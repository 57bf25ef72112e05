import { Module } from '@nestjs/common';
import { RegisterImport } from './register.import.js';

@Module({ providers: [RegisterImport], exports: [RegisterImport] })
export class RegistryModule {}
