import type { Provider } from '@nestjs/common';
import { BundleService } from './file/bundle.service.js';
import { DrawingService } from './file/drawing.service.js';
import { ExportDocumentsJobs } from './export-documents.jobs.js';
import { ExportDocumentsResolver } from './export-documents.resolver.js';
import { ExportDocumentsService } from './export-documents.service.js';
import { FilesService } from './file/files.service.js';
import { PrintingService } from './file/printing.service.js';
import { ProgressService } from './file/progress.service.js';
import { LettersService } from './typst/letters.service.js';
import { TypstRenderer } from './typst/typst.renderer.js';

/** The room without its `TradeSource`, so that a test can put a trade of its own in. */
export const EXPORT_DOCUMENTS: Provider[] = [FilesService, LettersService, DrawingService, PrintingService, TypstRenderer, ExportDocumentsService, BundleService, ProgressService, ExportDocumentsJobs, ExportDocumentsResolver];
