import { fold } from '#libs/kernel';
import { BRANCHES } from '../activities.js';
import { type Category, type Standing } from '../artisan.js';
import { REGIONS } from '../places.js';

type Lookup<T> = (text: string) => T | undefined;

/** What the words in an extract stand for: by code or by name in any of the three languages, folded. */
export interface RegisterReference {
  readonly sex: Lookup<'F' | 'M'>;
  readonly category: Lookup<Category>;
  readonly branch: Lookup<string>;
  readonly activity: Lookup<{ branch: string; code: string }>;
  readonly region: Lookup<string>;
  readonly province: Lookup<{ region: string; code: string }>;
  readonly chamber: Lookup<string>;
  readonly standing: Lookup<Standing>;
  readonly answer: Lookup<boolean>;
}

/** Words are few and come hundreds of thousands of times: each spelling is folded once. */
const REMEMBERED = 20_000;
const MAX_WORD = 200;

function lookup<T>(entries: Iterable<readonly [string, T]>): Lookup<T> {
  const table = new Map<string, T>();
  for (const [name, value] of entries) table.set(fold(name), value);
  const seen = new Map<string, T | undefined>();
  return (text) => {
    const known = seen.get(text);
    if (known !== undefined || seen.has(text)) return known;
    const value = text.length > MAX_WORD ? undefined : table.get(fold(text));
    if (seen.size < REMEMBERED) seen.set(text, value);
    return value;
  };
}

function words<T>(table: ReadonlyArray<readonly [T, ...string[]]>): [string, T][] {
  return table.flatMap(([value, ...names]) => names.map((name): [string, T] => [name, value]));
}

const regionNames = REGIONS.flatMap((r): [string, string][] => [r.code, r.code.slice(3), String(Number(r.code.slice(3))), r.en, r.fr, r.ar].map((name) => [name, r.code]));

export function registerReference(): RegisterReference {
  return {
    sex: lookup(words<'F' | 'M'>([['F', 'F', 'femme', 'féminin', 'female', 'أنثى', 'امرأة'], ['M', 'M', 'H', 'homme', 'masculin', 'male', 'ذكر', 'رجل']])),
    category: lookup(words<Category>([
      ['artisan', 'artisan', 'artisan individuel', 'صانع', 'صانع تقليدي'], ['maalem', 'maalem', 'maâlem', 'maître artisan', 'master artisan', 'معلم', 'صانع معلم'],
      ['cooperative', 'cooperative', 'coopérative', 'coop', 'تعاونية'], ['enterprise', 'enterprise', 'entreprise', 'société', 'مقاولة'],
    ])),
    branch: lookup(BRANCHES.flatMap((b) => [b.code, b.en, b.fr, b.ar].map((name): [string, string] => [name, b.code]))),
    activity: lookup(BRANCHES.flatMap((b) => b.activities.flatMap((names) => names.map((name): [string, { branch: string; code: string }] => [name, { branch: b.code, code: names[0] }])))),
    region: lookup(regionNames),
    province: lookup(REGIONS.flatMap((r) => r.provinces.flatMap(([code, fr, ar]) =>
      [code, `MA-${code}`, fr, ar].map((name): [string, { region: string; code: string }] => [name, { region: r.code, code: `MA-${code}` }])))),
    chamber: lookup(regionNames.flatMap(([name, code]): [string, string][] => [[name, code], [`Chambre d’artisanat de la région ${name}`, code], [`Chambre d’artisanat ${name}`, code], [`غرفة الصناعة التقليدية لجهة ${name}`, code]])),
    standing: lookup(words<Standing>([
      ['pre_registered', 'pre_registered', 'préinscrit', 'pré-inscrit', 'مسجل مسبقا'], ['registered', 'registered', 'inscrit', 'actif', 'مسجل'],
      ['suspended', 'suspended', 'suspendu', 'موقوف'], ['lapsed', 'lapsed', 'expiré', 'échu', 'منتهي'], ['struck_off', 'struck_off', 'radié', 'مشطب عليه'],
    ])),
    answer: lookup(words<boolean>([[true, 'oui', 'yes', '1', 'true', 'نعم'], [false, 'non', 'no', '0', 'false', 'لا']])),
  };
}
