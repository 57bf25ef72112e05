import type { Locale } from '#libs/kernel';
import type { ExportFileView } from '../export-documents.service.js';
import type { ExportFile, ExportPaper } from '../export-documents.types.js';
import type { PaperRow } from './paper.row.js';
import { PAPER_REASONS } from '../papers/paper-reasons.js';
import { sourceIn } from '../papers/paper-sources.js';
import { PAPER_KINDS, PAPERS, type PaperKind } from '../papers/papers.js';
import { inWords } from '../papers/problem-words.js';
import { explain, PROBLEMS } from '../papers/problems.js';
import type { PaperRule } from '../papers/required-papers.js';
import type { Origin } from '../trade/trade.js';

/** With the key of a letter, the addresses carry it on. */
export function exportFileShape({ file, papers, rules }: ExportFileView, locale: Locale, key?: string): ExportFile {
  const held = key === undefined ? '' : `?key=${encodeURIComponent(key)}`;
  const ready = papers.filter((p) => p.state === 'ready');
  return {
    id: file.id,
    orderId: file.orderId,
    state: file.state,
    complete: file.state === 'complete' || file.state === 'sent',
    version: file.version,
    progress: papers.length === 0 ? 0 : Math.floor((ready.length * 100) / papers.length),
    papers: papers.map((p) => paperShape(p, rules.filter((r) => r.paper === p.kind), locale, held)),
    askable: named(PAPER_KINDS.filter((kind) => !papers.some((p) => p.kind === kind)), locale),
    asked: named(file.asked, locale),
    missing: papers.filter((p) => p.state !== 'ready').map((p) => `${PAPERS[p.kind].title[locale]} ${p.number}`),
    origin: file.trade ? sentence(file.trade.origin, locale) : null,
    carriage: file.transport && { ...file.transport, containers: [...file.transport.containers] },
    zipUrl: ready.length > 0 ? `/papers/${file.orderId}/export-file.zip${held}` : null,
    eventsUrl: `/papers/${file.orderId}/events${held}`,
    completedAt: file.completedAt,
  };
}

function named(kinds: readonly PaperKind[], locale: Locale): ExportFile['asked'] {
  return kinds.map((kind) => ({ kind, title: PAPERS[kind].title[locale] }));
}

/** Why origin is proved as it is, and the proof's number once it is known. */
function sentence({ why, reference }: Origin, locale: Locale): string {
  const words = inWords(why, locale);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${reference === null ? '' : ` (${reference})`}.`;
}

function paperShape(p: PaperRow, rules: readonly PaperRule[], locale: Locale, held: string): ExportPaper {
  const faults = p.problems.map((f) => ({ code: f.code, ...explain(f, locale), refuses: PROBLEMS[f.code].refuses }));
  return {
    id: p.id,
    kind: p.kind,
    title: PAPERS[p.kind].title[locale],
    number: p.number,
    version: p.version,
    state: p.state,
    languages: [...PAPERS[p.kind].languages(p.quoted)],
    issuedOn: p.issuedOn,
    sha256: p.sha256,
    pages: p.pages,
    url: p.sha256 === null ? null : `/papers/${p.id}${held}`,
    rules: rules.map(({ why, source, checkedOn, confidence }) => ({ why: PAPER_REASONS[why][locale], source: sourceIn(source, locale), checkedOn, confidence })),
    problems: faults.map((f) => `${f.box}: ${f.message} ${f.remedy}`),
    faults,
  };
}
