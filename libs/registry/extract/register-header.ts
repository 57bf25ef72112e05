import { fold } from '#libs/kernel';
import { registryErrors } from '../registry.errors.js';

/** The columns of a register extract, in the order rows are handed on. */
export const COLUMNS = [
  'identifier', 'name_arabic', 'name_latin', 'sex', 'birth_year', 'category', 'branch', 'activity',
  'region', 'province', 'chamber', 'status', 'registered_on', 'valid_until', 'cnss', 'amo',
] as const;
export type Column = (typeof COLUMNS)[number];

/** What chambers call them. Compared folded, so case, accents and underscores do not matter. */
const NAMES: Readonly<Record<Column, readonly string[]>> = {
  identifier: ['identifier', 'identifiant', 'nia', 'numéro rna', 'المعرف'],
  name_arabic: ['name_arabic', 'nom_arabe', 'nom ar', 'الاسم بالعربية'],
  name_latin: ['name_latin', 'nom_latin', 'nom fr', 'nom', 'الاسم باللاتينية'],
  sex: ['sex', 'sexe', 'الجنس'],
  birth_year: ['birth_year', 'année_naissance', 'سنة الازدياد'],
  category: ['category', 'catégorie', 'الفئة'],
  branch: ['branch', 'branche', 'الفرع'],
  activity: ['activity', 'activité', 'métier', 'النشاط'],
  region: ['region', 'région', 'الجهة'],
  province: ['province', 'préfecture', 'الإقليم'],
  chamber: ['chamber', 'chambre', 'الغرفة'],
  status: ['status', 'statut', 'الوضعية'],
  registered_on: ['registered_on', 'date_inscription', 'تاريخ التسجيل'],
  valid_until: ['valid_until', 'date_expiration', 'تاريخ الانتهاء'],
  cnss: ['cnss', 'الضمان الاجتماعي'],
  amo: ['amo', 'التغطية الصحية'],
};

const COLUMN_OF = new Map(Object.entries(NAMES).flatMap(([column, names]) => names.map((name) => [fold(name), column as Column])));

/** Where each column stands in the file, in the order of COLUMNS; REGISTER_HEADER_WRONG names what is missing. */
export function readHeader(cells: readonly string[]): number[] {
  const found = new Map<Column, number>();
  cells.forEach((cell, index) => {
    const column = COLUMN_OF.get(fold(cell.slice(0, 100)));
    if (column === undefined) return;
    if (found.has(column)) throw registryErrors.REGISTER_HEADER_TWICE({ column });
    found.set(column, index);
  });
  const missing = COLUMNS.filter((column) => !found.has(column));
  if (missing.length > 0) throw registryErrors.REGISTER_HEADER_WRONG({ missing: missing.join(', ') });
  return COLUMNS.map((column) => found.get(column)!);
}
