import type { Room } from '#libs/platform';
import { exportDocumentsErrors } from './export-documents.errors.js';
import { ExportDocumentsModule } from './export-documents.module.js';
import { EXPORT_DOCUMENTS_MIGRATIONS } from './migrations/all.js';

export { exportDocumentsErrors } from './export-documents.errors.js';
export { ExportDocumentsModule } from './export-documents.module.js';
export { ExportDocumentsService } from './export-documents.service.js';
export type { PaperKind } from './papers/papers.js';

export const exportDocumentsRoom: Room = { name: 'export-documents', module: ExportDocumentsModule, entities: [], migrations: EXPORT_DOCUMENTS_MIGRATIONS, errors: exportDocumentsErrors.definitions };
