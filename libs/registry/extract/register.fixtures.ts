import { COLUMNS, type Column } from './register-header.js';

const GOOD: Readonly<Record<Column, string>> = {
  identifier: '03-0000001', name_arabic: 'فاطمة الزهراء العلوي', name_latin: 'Fatima Zahra El Alaoui', sex: 'F', birth_year: '1978', category: 'maâlem', branch: 'Tapis', activity: 'Tapis noué',
  region: 'Fès-Meknès', province: 'Sefrou', chamber: 'Chambre d’artisanat de la région Fès-Meknès', status: 'inscrit', registered_on: '2022-03-04', valid_until: '04/03/2027', cnss: 'oui', amo: '',
};

/** The cells of a good row, some of them replaced. */
export function cells(changes: Partial<Record<Column, string>> = {}): string[] {
  return COLUMNS.map((column) => changes[column] ?? GOOD[column]);
}

/** A whole extract as its bytes. */
export async function* extractOf(...rows: readonly string[][]): AsyncGenerator<Buffer> {
  yield Buffer.from([[...COLUMNS], ...rows].map((row) => row.join(';')).join('\n'));
}
