/**
 * The grade of a hand-knotted carpet by the estampillage table (letapismarocain.com/?p=2846, checked 2026-11-24).
 * The table's rows are dated data (certification.carpet_grade); this is how they are read.
 */
export const CARPET_GRADES = ['courante', 'moyenne', 'superieure', 'extra_superieure'] as const;
export type CarpetGrade = (typeof CARPET_GRADES)[number];

/** One row: what a carpet of this family needs for this grade. A limit that is null asks nothing. */
export interface GradeRow {
  readonly family: string;
  readonly grade: CarpetGrade;
  readonly minKnotsPerM2: number | null;
  readonly minKnotsWidth: number | null;
  readonly minKnotsHeight: number | null;
  /** Any one of these, where the row names some, is enough by itself: more than so many. */
  readonly overKnotsPerM2: number | null;
  readonly overWarpsPerDm: number | null;
  readonly overWeftsPerCm: number | null;
  readonly overGramsPerM2: number | null;
}

export interface CarpetCount {
  readonly knotsWidth: number;
  readonly knotsHeight: number;
  readonly warpsPerDm: number | null;
  readonly weftsPerCm: number | null;
  readonly gramsPerM2: number | null;
}

/** Knots per square metre: those of one decimetre in width times those in height, times a hundred. 30 × 30 gives 90,000. A count may be the mean of several, its half knots included. */
export function knotsPerM2(count: Pick<CarpetCount, 'knotsWidth' | 'knotsHeight'>): number {
  return Math.round(count.knotsWidth * count.knotsHeight * 100);
}

/** The best grade whose row the carpet meets, or null when it meets none. */
export function gradeOf(family: string, count: CarpetCount, table: readonly GradeRow[]): CarpetGrade | null {
  const met = table.filter((row) => row.family === family && meets(row, count)).map((row) => CARPET_GRADES.indexOf(row.grade));
  return met.length === 0 ? null : CARPET_GRADES[Math.max(...met)]!;
}

/** A claim may be modest, never above what was counted. */
export function isWithin(claimed: CarpetGrade, computed: CarpetGrade | null): boolean {
  return computed !== null && CARPET_GRADES.indexOf(claimed) <= CARPET_GRADES.indexOf(computed);
}

function meets(row: GradeRow, count: CarpetCount): boolean {
  const knots = knotsPerM2(count);
  const anyOf: readonly [limit: number | null, value: number | null][] = [
    [row.overKnotsPerM2, knots], [row.overWarpsPerDm, count.warpsPerDm], [row.overWeftsPerCm, count.weftsPerCm], [row.overGramsPerM2, count.gramsPerM2],
  ];
  const named = anyOf.filter(([limit]) => limit !== null);
  if (named.length > 0) return named.some(([limit, value]) => value !== null && value > limit!);
  const all: readonly [limit: number | null, value: number][] = [[row.minKnotsPerM2, knots], [row.minKnotsWidth, count.knotsWidth], [row.minKnotsHeight, count.knotsHeight]];
  return all.every(([limit, value]) => limit === null || value >= limit);
}
