/**
 * Nothing that is brought to a centre was begun before this: a carpet of a hundred years is an antique, which another law
 * covers (export licence of objects over 100 years old, scribd.com/document/55281069), and a year 1 is a slip of the pen.
 */
export const OLDEST_YEARS = 100;

/** The day so many years before. */
export function yearsBefore(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;
}
