import type { Migration } from '#libs/platform';
import { exportDocuments70 } from './2026-11-24-70-export-documents.js';
import { exportDocuments71 } from './2026-11-24-71-transport.js';
import { exportDocuments72 } from './2026-11-24-72-corrections.js';
import { exportDocuments73 } from './2026-11-24-73-older-trades.js';
import { exportDocuments74 } from './2026-11-24-74-responsible.js';
import { exportDocuments75 } from './2026-11-24-75-progress.js';

export const EXPORT_DOCUMENTS_MIGRATIONS: readonly Migration[] = [exportDocuments70, exportDocuments71, exportDocuments72, exportDocuments73, exportDocuments74, exportDocuments75];
