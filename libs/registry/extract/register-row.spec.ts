import fc from 'fast-check';
import { normaliseIdentifier } from '../artisan.js';
import { readHeader, type Column } from './register-header.js';
import { registerReference } from './register-reference.js';
import { readRow, type RowVerdict } from './register-row.js';
import { cells } from './register.fixtures.js';

const reference = registerReference();
const read = (changes: Partial<Record<Column, string>> = {}): RowVerdict => readRow(cells(changes), reference, '2026-11-24');
const refusalsOf = (verdict: RowVerdict): string[] => ('refusals' in verdict ? verdict.refusals.map((r) => `${r.field} ${r.code}`) : []);

describe('a row of the register', () => {
  it('is read with its words turned into codes', () => {
    expect(read()).toEqual({
      row: {
        identifier: '030000001', nameArabic: 'فاطمة الزهراء العلوي', nameLatin: 'Fatima Zahra El Alaoui', sex: 'F', birthYear: 1978, category: 'maalem', branch: 'carpets', activity: 'knotted-carpet',
        regionCode: 'MA-03', provinceCode: 'MA-SEF', standing: 'registered', registeredOn: '2022-03-04', validUntil: '2027-03-04', cnss: true, amo: null, mended: false,
      },
    });
  });

  it.each<[Partial<Record<Column, string>>, string]>([
    [{ identifier: ' - ' }, 'identifier missing'],
    [{ identifier: 'x'.repeat(41) }, 'identifier too_long'],
    [{ name_arabic: '', name_latin: '' }, 'name_latin missing'],
    [{ name_latin: 'ab\uFFFDc' }, 'name_latin unreadable'],
    [{ name_latin: 'a'.repeat(201) }, 'name_latin too_long'],
    [{ name_latin: 'محمد' }, 'name_latin wrong_script'],
    [{ sex: '' }, 'sex missing'],
    [{ birth_year: '2015' }, 'birth_year impossible_year'],
    [{ birth_year: '78' }, 'birth_year impossible_year'],
    [{ category: 'ouvrier' }, 'category unknown'],
    [{ activity: 'Divers' }, 'activity unknown'],
    [{ activity: 'Poterie' }, 'activity not_of_branch'],
    [{ province: 'Tiznit' }, 'province not_of_region'],
    [{ chamber: 'MA-09' }, 'chamber not_of_region'],
    [{ status: 'ok' }, 'status unknown'],
    [{ registered_on: '2023-02-29' }, 'registered_on impossible_date'],
    [{ registered_on: '31/11/2022' }, 'registered_on impossible_date'],
    [{ registered_on: '2026-11-25', valid_until: '' }, 'registered_on date_in_future'],
    [{ valid_until: '2020-01-01' }, 'valid_until before_registration'],
    [{ cnss: 'peut-être' }, 'cnss unknown'],
  ])('%j is refused: %s', (changes, refusal) => {
    expect(refusalsOf(read(changes))).toEqual([refusal]);
  });

  it('says every reason at once', () => {
    expect(refusalsOf(read({ sex: '', status: '', registered_on: 'hier' }))).toEqual(['registered_on impossible_date', 'sex missing', 'status missing']);
  });

  it('puts swapped scripts right and says so', () => {
    const verdict = read({ name_arabic: 'Fatima', name_latin: 'فاطمة' });
    expect(verdict).toMatchObject({ row: { nameArabic: 'فاطمة', nameLatin: 'Fatima', mended: true } });
    expect(read({ name_arabic: 'Fatima', name_latin: '' })).toMatchObject({ row: { nameArabic: null, nameLatin: 'Fatima', mended: true } });
    expect(read({ name_arabic: '', name_latin: 'Fatima' })).toMatchObject({ row: { nameArabic: null, nameLatin: 'Fatima', mended: false } });
  });

  it('keeps no override of direction in a name', () => {
    expect(read({ name_latin: 'Fatima\u202E El\u200F Alaoui' })).toMatchObject({ row: { nameLatin: 'Fatima El Alaoui' } });
  });

  it('asks no sex or birth year of a cooperative', () => {
    expect(read({ category: 'coopérative', sex: '', birth_year: '' })).toMatchObject({ row: { sex: null, birthYear: null, category: 'cooperative' } });
  });

  it('never judges the shape of an identifier', () => {
    fc.assert(fc.property(fc.stringMatching(/^[A-Za-z0-9/]{1,40}$/), (identifier) => !('refusals' in read({ identifier }))));
    expect(normaliseIdentifier(' ab-٠١ 2 ')).toBe('AB012');
  });

  it('answers any cells at all with a verdict', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { minLength: 16, maxLength: 16 }), (row) => 'refusals' in readRow(row, reference, '2026-11-24')));
  });
});

describe('the header', () => {
  it('finds its columns in any order and language, and leaves others aside', () => {
    const order = readHeader(['AMO', 'Identifiant', 'Remarque', 'Nom_Arabe', 'NOM LATIN', 'sexe', 'Année_naissance', 'catégorie', 'branche', 'activité', 'Région', 'province', 'chambre', 'statut', 'date_inscription', 'date_expiration', 'CNSS']);
    expect(order).toEqual([1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 0]);
  });

  it('is refused with what it lacks, or has twice', () => {
    expect(() => readHeader(['a', 'b'])).toThrow(expect.objectContaining({ code: 'REGISTER_HEADER_WRONG' }));
    expect(() => readHeader(['identifier', 'nia'])).toThrow(expect.objectContaining({ code: 'REGISTER_HEADER_TWICE' }));
  });
});
