/** What one member has said while nobody speaks for the cluster: whom she would have coordinate it. */
export interface Voice {
  readonly artisanId: string;
  readonly forId: string;
}

export interface StandingForIt {
  readonly artisanId: string;
  readonly voices: number;
}

/** More than half of those who may speak: two can never have it at once. */
export function votesNeeded(electorate: number): number {
  return Math.floor(electorate / 2) + 1;
}

/**
 * Who stands for it, most voices first. Nobody is put forward against her will: she stands by naming herself, and who
 * may not sell today neither stands nor counts.
 */
export function candidatesOf(voices: readonly Voice[], electorate: ReadonlySet<string>): StandingForIt[] {
  const counted = voices.filter(({ artisanId, forId }) => electorate.has(artisanId) && electorate.has(forId));
  const standing = counted.filter(({ artisanId, forId }) => artisanId === forId).map(({ artisanId }) => artisanId);
  return standing
    .map((artisanId) => ({ artisanId, voices: counted.filter(({ forId }) => forId === artisanId).length }))
    .sort((a, b) => b.voices - a.voices || (a.artisanId < b.artisanId ? -1 : 1));
}

/** Whom the members have agreed on, or null while they have not. */
export function agreedOn(voices: readonly Voice[], electorate: ReadonlySet<string>): string | null {
  const [first] = candidatesOf(voices, electorate);
  return first !== undefined && first.voices >= votesNeeded(electorate.size) ? first.artisanId : null;
}
