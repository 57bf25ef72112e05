import { gradeOf, knotsPerM2, type CarpetCount, type CarpetGrade, type GradeRow } from './carpet-grade.js';
import type { CertifiedFact } from '../certificate/certificate.js';
import type { Finding, Rule } from './examination.js';

const valueOf = (findings: readonly Finding[], rule: string): number | null => findings.find((finding) => finding.rule === rule)?.value ?? null;

/** The knots as they were counted, or null for what has none. */
export function countOf(findings: readonly Finding[]): CarpetCount | null {
  const knotsWidth = valueOf(findings, 'knots-width');
  const knotsHeight = valueOf(findings, 'knots-height');
  if (knotsWidth === null || knotsHeight === null) return null;
  return { knotsWidth, knotsHeight, warpsPerDm: valueOf(findings, 'warps'), weftsPerCm: valueOf(findings, 'wefts'), gramsPerM2: valueOf(findings, 'weight') };
}

export function gradeFrom(family: string, findings: readonly Finding[], table: readonly GradeRow[]): CarpetGrade | null {
  const count = countOf(findings);
  return count && gradeOf(family, count, table);
}

/** What the certificate states for good: each finding in the words and with the source of its rule, and the density the knots come to. */
export function statement(rules: readonly Rule[], findings: readonly Finding[]): CertifiedFact[] {
  const facts = findings.flatMap((finding): CertifiedFact[] => {
    const rule = rules.find((one) => one.code === finding.rule);
    return rule && finding.outcome !== 'not_seen' ? [{ rule: rule.code, en: rule.en, fr: rule.fr, ar: rule.ar, outcome: finding.outcome, value: finding.value, unit: finding.unit, ...(finding.text === undefined ? {} : { text: finding.text }), source: rule.source }] : [];
  });
  const count = countOf(findings);
  const source = rules.find((rule) => rule.code === 'knots-width')?.source;
  if (count && source) facts.push({ rule: 'knots-per-m2', en: 'Knots per square metre', fr: 'Nœuds au mètre carré', ar: 'العقد في المتر المربع', outcome: 'met', value: knotsPerM2(count), unit: 'knots/m²', source });
  return facts;
}
