/**
 * Fibre names of Regulation (EU) 1007/2011, annex I, in the languages of the states the house sells to (general knowledge,
 * 2026-11-24, to be read once against the Official Journal). Keys are the words makers use, folded.
 */
const NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  wool: { en: 'wool', fr: 'laine', de: 'Wolle', es: 'lana', it: 'lana', nl: 'wol', pt: 'lã' },
  cotton: { en: 'cotton', fr: 'coton', de: 'Baumwolle', es: 'algodón', it: 'cotone', nl: 'katoen', pt: 'algodão' },
  silk: { en: 'silk', fr: 'soie', de: 'Seide', es: 'seda', it: 'seta', nl: 'zijde', pt: 'seda' },
  viscose: { en: 'viscose', fr: 'viscose', de: 'Viskose', es: 'viscosa', it: 'viscosa', nl: 'viscose', pt: 'viscose' },
  flax: { en: 'linen', fr: 'lin', de: 'Leinen', es: 'lino', it: 'lino', nl: 'linnen', pt: 'linho' },
  jute: { en: 'jute', fr: 'jute', de: 'Jute', es: 'yute', it: 'iuta', nl: 'jute', pt: 'juta' },
  sisal: { en: 'sisal', fr: 'sisal', de: 'Sisal', es: 'sisal', it: 'sisal', nl: 'sisal', pt: 'sisal' },
  hemp: { en: 'hemp', fr: 'chanvre', de: 'Hanf', es: 'cáñamo', it: 'canapa', nl: 'hennep', pt: 'cânhamo' },
  polyester: { en: 'polyester', fr: 'polyester', de: 'Polyester', es: 'poliéster', it: 'poliestere', nl: 'polyester', pt: 'poliéster' },
  acrylic: { en: 'acrylic', fr: 'acrylique', de: 'Polyacryl', es: 'acrílico', it: 'acrilica', nl: 'acryl', pt: 'acrílica' },
  polyamide: { en: 'polyamide', fr: 'polyamide', de: 'Polyamid', es: 'poliamida', it: 'poliammide', nl: 'polyamide', pt: 'poliamida' },
  'goat hair': { en: 'goat hair', fr: 'poil de chèvre', de: 'Ziegenhaar', es: 'pelo de cabra', it: 'pelo di capra', nl: 'geitenhaar', pt: 'pelo de cabra' },
  'camel hair': { en: 'camel', fr: 'chameau', de: 'Kamel', es: 'camello', it: 'cammello', nl: 'kameel', pt: 'camelo' },
  'metallic thread': { en: 'metallised fibre', fr: 'fibre métallisée', de: 'metallisierte Faser', es: 'fibra metalizada', it: 'fibra metallizzata', nl: 'gemetalliseerde vezel', pt: 'fibra metalizada' },
};

const ALSO: Readonly<Record<string, string>> = { linen: 'flax', laine: 'wool', coton: 'cotton', soie: 'silk', lin: 'flax', 'sheep wool': 'wool', 'sheeps wool': 'wool', mohair: 'goat hair', rayon: 'viscose', 'metallised fibre': 'metallic thread' };

/** Words sellers use that are no fibre's name: the fibre is declared as tested (Regulation (EU) 1007/2011; FTC rules). */
const NOT_A_FIBRE = /sabra|cactus|vegetable silk|soie v[ée]g[ée]tale|agave silk|art silk|faux/iu;

/** The languages a label is read in, by state of sale. Where it is not listed, English, and somebody is told. */
const LANGUAGES: Readonly<Record<string, readonly string[]>> = {
  FR: ['fr'], MC: ['fr'], BE: ['nl', 'fr', 'de'], LU: ['fr', 'de'], CH: ['de', 'fr', 'it'], DE: ['de'], AT: ['de'], IT: ['it'], ES: ['es'], NL: ['nl'], PT: ['pt'],
  GB: ['en'], IE: ['en'], MT: ['en'], US: ['en'], CA: ['en', 'fr'], AU: ['en'],
};

export function labelLanguages(country: string): readonly string[] {
  return LANGUAGES[country] ?? ['en'];
}

export function languageKnown(country: string): boolean {
  return LANGUAGES[country] !== undefined;
}

export function isFibreName(material: string): boolean {
  return !NOT_A_FIBRE.test(material);
}

function keyOf(material: string): string | null {
  const word = material.toLowerCase().replaceAll(/[-’']/g, ' ').replace(/\s+/g, ' ').trim();
  const key = ALSO[word] ?? word;
  return Object.hasOwn(NAMES, key) ? key : null;
}

/** A textile fibre, by name. */
export function isFibre(material: string): boolean {
  return keyOf(material) !== null || !isFibreName(material);
}

/** The name in that language; as the maker wrote it where the table has none. */
export function fibreName(material: string, language: string): string {
  const key = keyOf(material);
  return (key === null ? undefined : NAMES[key]![language]) ?? material;
}

const MADE_IN: Readonly<Record<string, string>> = { en: 'Made in Morocco', fr: 'Fabriqué au Maroc', de: 'Hergestellt in Marokko', es: 'Hecho en Marruecos', it: 'Fatto in Marocco', nl: 'Gemaakt in Marokko', pt: 'Fabricado em Marrocos' };

export function madeIn(language: string): string {
  return MADE_IN[language] ?? MADE_IN['en']!;
}
