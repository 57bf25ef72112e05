import { moroccanDay } from '#libs/kernel';
import type { PieceName } from '../inspection/inspection.js';
import type { CarpetGrade } from '../checklist/carpet-grade.js';

/** Morocco Handmade has three levels; collective marks are registered at OMPIC; carpets have the state's stamp; a centre may certify in its own name. */
export const SCHEMES = ['centre', 'morocco_handmade', 'collective_mark', 'estampillage'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** The type under which a maker herself is certified: her workshop and her way of working, whatever she makes there. */
export const WORKSHOP = 'workshop';

/** What a certificate or a request is about. */
export type Scope = 'piece' | 'lot' | 'type' | 'workshop';

export function scopeOf({ productType, pieceId, lotSize }: { readonly productType: string; readonly pieceId: string | null; readonly lotSize: number | null }): Scope {
  if (pieceId === null) return productType === WORKSHOP ? 'workshop' : 'type';
  return lotSize === null ? 'piece' : 'lot';
}

export type CertificateStatus = 'valid' | 'expired' | 'withdrawn' | 'unknown';

/** A fact of the piece that somebody looked at, as the certificate states it for good. */
export interface CertifiedFact {
  readonly rule: string;
  readonly en: string;
  readonly fr: string;
  readonly ar: string;
  readonly outcome: 'met' | 'not_met' | 'not_seen';
  readonly value: number | null;
  readonly unit: string | null;
  /** What was stated in words. */
  readonly text?: string;
  readonly source: string;
}

/** What a centre vouched for. Nothing in it ever changes; its end is a row of its own. */
export interface Certificate {
  readonly id: string;
  readonly number: string;
  readonly centreId: string;
  readonly inspectionId: string;
  readonly artisanId: string;
  readonly productType: string;
  readonly variant: string;
  readonly pieceId: string | null;
  readonly lotSize: number | null;
  readonly description: string;
  /** What the piece is called in each language its maker has a name for. */
  readonly name: PieceName | null;
  /** What it is made of, and the days of the work, where the maker said it. */
  readonly materials: string | null;
  readonly madeFrom: string | null;
  readonly madeUntil: string | null;
  /** The look that decided: its day and place. */
  readonly inspectedOn: string | null;
  readonly inspectedAt: string | null;
  readonly scheme: Scheme;
  readonly schemeName: string | null;
  readonly schemeLevel: number | null;
  /** The number of the sealed label on the piece, where there is one. */
  readonly labelNumber: string | null;
  readonly grade: CarpetGrade | null;
  readonly foodContact: boolean;
  readonly facts: readonly CertifiedFact[];
  readonly inspectorName: string;
  readonly issuedAt: Date;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly endedAt: Date | null;
  readonly endedFor: 'expired' | 'withdrawn' | null;
  readonly endReason: string | null;
}

/** What it is worth on a day. Its last day counts whole, whether or not the timer has come by since. */
export function statusOn(certificate: Pick<Certificate, 'validUntil' | 'endedFor'>, day: string): Exclude<CertificateStatus, 'unknown'> {
  if (certificate.endedFor === 'withdrawn') return 'withdrawn';
  return certificate.endedFor === 'expired' || certificate.validUntil < day ? 'expired' : 'valid';
}

/** `TAP-2026-000017`: the centre's letters, the year of issue, and a count without gaps. */
export function certificateNumber(prefix: string, year: string, count: number): string {
  return `${prefix}-${year}-${String(count).padStart(6, '0')}`;
}

/** As people type it: any case, spaces and dashes of any kind. */
export function normaliseNumber(text: string): string {
  return text.normalize('NFKC').slice(0, 60).replace(/[\s\u2010-\u2015_]+/g, '-').toUpperCase().replace(/[^A-Z0-9-]/g, '').replace(/^-+|-+$/g, '');
}

/** The number on a sealed label in the digits of one script, so that whoever types it in the other means the same label; null where there is neither letter nor digit. */
export function labelNumber(text: string): string | null {
  const number = text.normalize('NFKC').replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
  return /[\p{L}\p{N}]/u.test(number) ? number : null;
}

/** Adds whole years to a day; the 29 February ends on the 28. */
export function yearsAfter(day: string, years: number): string {
  const [year, month, date] = day.split('-') as [string, string, string];
  const target = String(Number(year) + years);
  return month === '02' && date === '29' && !isLeap(Number(target)) ? `${target}-02-28` : `${target}-${month}-${date}`;
}

/** The first moment after a day in Morocco, whose clock stands one hour ahead of UTC but in Ramadan. */
export function endOfDay(day: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`) + 86_400_000;
  return [1, 0].map((ahead) => new Date(midnight - ahead * 3_600_000)).find((at) => moroccanDay(at) > day)!;
}

/** The first moment of a day in Morocco. */
export function startOfDay(day: string): Date {
  return endOfDay(new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10));
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
