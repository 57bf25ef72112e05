import { BRANCHES } from '../activities.js';
import { REGIONS } from '../places.js';
import { COLUMNS } from '../extract/register-header.js';
import { FAMILIES, MEN, WOMEN } from './sample.names.js';

/** A small, fast generator of chance that gives the same numbers for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * People on the register per region, in thousands. Fès-Meknès is known: 52,740 on 31 January 2025
 * (journauxafrique.com, checked 2026-11-24); the others are a guess along the population.
 */
const WEIGHTS = [42, 24, 53, 48, 24, 62, 60, 20, 30, 8, 6, 3];

/** What goes wrong in one row of a thousand, roughly as often as in a file typed by hand in twelve offices. */
const DIRT = { repeated: 6, contradicted: 2, swapped: 8, wrongDate: 3, unknownActivity: 4, wrongProvince: 2, noName: 1, extraCell: 1 };

export type SampleRow = string[];

/** Rows of an extract, the same for the same seed. Roughly 2.8 % of them carry some dirt. */
export function* sampleRows(count: number, seed = 5017): Generator<SampleRow> {
  const next = chance(seed);
  let before: SampleRow | null = null;
  for (let n = 0; n < count; n++) {
    const row: SampleRow = soil(cleanRow(n, next), before, next);
    yield row;
    before = row;
  }
}

const pick = <T>(list: readonly T[], next: () => number): T => list[Math.floor(next() * list.length)]!;

function weighted(next: () => number): number {
  let at = next() * WEIGHTS.reduce((sum, w) => sum + w, 0);
  for (let i = 0; i < WEIGHTS.length; i++) if ((at -= WEIGHTS[i]!) < 0) return i;
  return 0;
}

function cleanRow(n: number, next: () => number): SampleRow {
  const region = REGIONS[weighted(next)]!;
  const [, province] = pick(region.provinces, next);
  const branch = pick(BRANCHES, next);
  const activity = pick(branch.activities, next);
  const kind = next();
  const category = kind < 0.86 ? 'artisan' : kind < 0.95 ? 'maâlem' : kind < 0.98 ? 'coopérative' : 'entreprise';
  const person = kind < 0.95;
  const woman = next() < 0.48;
  const given = pick(woman ? WOMEN : MEN, next);
  const family = pick(FAMILIES, next);
  const year = 2022 + Math.floor(next() * 4);
  const month = String(1 + Math.floor(next() * 12)).padStart(2, '0');
  const day = String(1 + Math.floor(next() * 28)).padStart(2, '0');
  const state = next();
  const status = state < 0.9 ? 'inscrit' : state < 0.94 ? 'préinscrit' : state < 0.96 ? 'suspendu' : state < 0.99 ? 'expiré' : 'radié';
  return [
    `${region.code.slice(3)}-${String(n + 1).padStart(7, '0')}`,
    person ? `${given[1]} ${family[1]}` : `${category === 'entreprise' ? 'مقاولة' : 'تعاونية'} ${family[1]}`,
    person ? `${given[0]} ${family[0]}` : `${category === 'entreprise' ? 'Société' : 'Coopérative'} ${family[0]}`,
    person ? (woman ? 'F' : 'M') : '', person ? String(1950 + Math.floor(next() * 52)) : '', category, branch.fr, activity[2],
    region.fr, province, `Chambre d’artisanat de la région ${region.fr}`, status,
    `${year}-${month}-${day}`, next() < 0.7 ? `${year + 5}-${month}-${day}` : '', next() < 0.5 ? 'oui' : 'non', next() < 0.6 ? 'oui' : 'non',
  ];
}

const at = (column: (typeof COLUMNS)[number]): number => COLUMNS.indexOf(column);

function soil(row: SampleRow, before: SampleRow | null, next: () => number): SampleRow {
  let roll = next() * 1000;
  const hit = (share: number): boolean => (roll -= share) < 0 && roll >= -share;
  if (hit(DIRT.repeated) && before) return [...before];
  if (hit(DIRT.contradicted) && before) return [before[0]!, ...row.slice(1)];
  if (hit(DIRT.swapped)) [row[1], row[2]] = [row[2]!, row[1]!];
  if (hit(DIRT.wrongDate)) row[at('registered_on')] = pick(['2023-02-31', '31/11/2022', '0000-00-00', '2099-01-01'], next);
  if (hit(DIRT.unknownActivity)) row[at('activity')] = pick(['Divers', 'Artisanat', 'Autre', '؟'], next);
  if (hit(DIRT.wrongProvince)) row[at('province')] = row[at('region')]!.startsWith('Souss') ? 'Fès' : 'Tiznit';
  if (hit(DIRT.noName)) row[1] = row[2] = '';
  if (hit(DIRT.extraCell)) row.push('x');
  return row;
}

export function headerRow(): SampleRow {
  return [...COLUMNS];
}

/** Cells that hold the delimiter or a quote are quoted, as spreadsheets do. */
export function csvLine(row: SampleRow, delimiter: ';' | ','): string {
  return `${row.map((cell) => (cell.includes(delimiter) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter)}\r\n`;
}
