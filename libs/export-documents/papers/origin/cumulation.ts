import { countryName } from '../../trade/figures.js';

/** Countries whose materials count as Moroccan in goods that claim the preference. */
export function cumulatedIn(lines: readonly { readonly preference: boolean; readonly materials: readonly { readonly originCountry: string }[] }[]): string[] {
  const foreign = lines.filter((l) => l.preference).flatMap((l) => l.materials.map((m) => m.originCountry)).filter((country) => country !== 'MA');
  return [...new Set(foreign)].sort();
}

/** The words an EUR-MED and the declaration in its place say in every case. */
export function cumulationOf(countries: readonly string[]): string {
  return countries.length === 0 ? 'no cumulation applied' : `cumulation applied with ${countries.map(countryName).join(', ')}`;
}
