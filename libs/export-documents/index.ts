import type { Room } from '#libs/platform';
import { exportDocumentsErrors } from './export-documents.errors.js';
import { ExportDocumentsModule } from './export-documents.module.js';
import { exportDocuments70 } from './migrations/2026-11-24-70-export-documents.js';

export { exportDocumentsErrors } from './export-documents.errors.js';
export { ExportDocumentsModule } from './export-documents.module.js';
export { ExportDocumentsService } from './export-documents.service.js';
export type { PaperKind } from './papers/papers.js';

export const exportDocumentsRoom: Room = { name: 'export-documents', module: ExportDocumentsModule, entities: [], migrations: [exportDocuments70], errors: exportDocumentsErrors.definitions };
