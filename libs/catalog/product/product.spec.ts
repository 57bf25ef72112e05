import fc from 'fast-check';
import { DomainError } from '#libs/kernel';
import { pieceOf } from '../catalog.fixtures.js';
import { missing, requireComplete } from './completeness.js';
import { redraft, type DraftInput } from './draft.js';
import { productLifecycle } from './product.js';
import { slugOf } from './slug.js';
import { judge } from './standing.js';
import { filled, inLocale } from './title.js';

const branches = new Map([['carpets', 1], ['wood', 1]]);
const draft = (input: DraftInput, before = pieceOf({})): ReturnType<typeof redraft> => redraft(before, input, branches);
const refusalOf = (work: () => unknown): [string, string | undefined] => {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return [error.code, error.field];
    throw error;
  }
  return ['accepted', undefined];
};

describe('a draft', () => {
  it('keeps what is left out, takes back what is null, and reads an emptied box as taken back', () => {
    const before = draft({ title: { en: 'Rug', fr: 'Tapis' }, price: '600', lengthMm: 1200 });
    const after = draft({ title: { fr: '' }, lengthMm: null }, before);
    expect(after).toMatchObject({ title: { en: 'Rug', fr: null, ar: null }, priceMinor: 60_000, lengthMm: null });
  });

  it.each<[DraftInput, string, string]>([
    [{ price: '0' }, 'CATALOG_PRICE_RANGE', 'input.price'],
    [{ price: '-5' }, 'CATALOG_PRICE_RANGE', 'input.price'],
    [{ price: '1,123456789' }, 'CATALOG_PRICE_DECIMALS', 'input.price'],
    [{ priceMinor: 0 }, 'CATALOG_PRICE_RANGE', 'input.priceMinor'],
    [{ price: '6', priceMinor: 600 }, 'CATALOG_PRICE_TWICE', 'input.price'],
    [{ branch: 'rockets' }, 'CATALOG_WORD_UNKNOWN', 'input.branch'],
    [{ techniques: ['hand-knotted', 'by-robot'] }, 'CATALOG_WORD_UNKNOWN', 'input.techniques.1'],
    [{ hsCode: '57' }, 'HS_CODE_INVALID', 'input.hsCode'],
    [{ netWeightGrams: 0 }, 'CATALOG_NUMBER_RANGE', 'input.netWeightGrams'],
    [{ lengthMm: -1 }, 'CATALOG_NUMBER_RANGE', 'input.lengthMm'],
    [{ netWeightGrams: 500, grossWeightGrams: 400 }, 'CATALOG_WEIGHT_ORDER', 'input.grossWeightGrams'],
    [{ materials: [{ code: 'wool', percent: 60 }, { code: 'cotton', percent: 50 }] }, 'CATALOG_MATERIALS_TOTAL', 'input.materials'],
    [{ materials: [{ code: 'wool', percent: 0 }] }, 'CATALOG_NUMBER_RANGE', 'input.materials.0.percent'],
    [{ materials: [{ code: 'wool', percent: 100, originCountry: 'ZZ' }] }, 'CATALOG_COUNTRY_UNKNOWN', 'input.materials.0.originCountry'],
    [{ materials: [{ code: 'wool', percent: 100, originCountry: 'Maroc' }] }, 'CATALOG_COUNTRY_UNKNOWN', 'input.materials.0.originCountry'],
    [{ materials: [{ code: 'kryptonite', percent: 100 }] }, 'CATALOG_WORD_UNKNOWN', 'input.materials.0.code'],
    [{ title: { ar: 'ط'.repeat(100_000) } }, 'TEXT_TOO_LONG', 'input.title.ar'],
    [{ story: { fr: 'x'.repeat(5001) } }, 'TEXT_TOO_LONG', 'input.story.fr'],
    [{ title: { en: '\u202E\u0000\u2066' } }, 'TEXT_EMPTY', 'input.title.en'],
  ])('%j is refused with %s at %s', (input, code, field) => expect(refusalOf(() => draft(input))).toEqual([code, field]));

  it('knows the species that a Moroccan wood name means', () => {
    expect(draft({ materials: [{ code: 'thuya', percent: 100 }] }).materials[0]).toMatchObject({ originCountry: 'MA', scientificName: 'Tetraclinis articulata' });
  });

  it('stores hostile text as plain text: no overrides, no controls, one line where a line is asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 100 }), (text) => {
        const fields = (['title', 'story'] as const).map((field) => {
          try {
            return draft({ [field]: { fr: text } })[field].fr ?? '';
          } catch (error) {
            expect((error as DomainError).code).toMatch(/^TEXT_/);
            return '';
          }
        });
        // eslint-disable-next-line no-control-regex
        for (const stored of fields) expect(stored).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
        expect(fields[0]).not.toContain('\n');
      }),
    );
  });

  it('keeps what origin asks: the material’s heading, cost and proof, the work and what it costs', () => {
    const made = draft({ materials: [{ code: 'wool', percent: 100, originCountry: 'NZ', hsCode: '51 01', cost: '120,50', originProof: true }], operations: ['spinning', 'weaving', 'spinning'], workCost: '300' });
    expect(made.materials[0]).toMatchObject({ hsCode: '5101', costMadMinor: 120_50, originProof: true });
    expect([made.operations, made.workMinor]).toEqual([['spinning', 'weaving'], 300_00]);
    expect(draft({ materials: [{ code: 'wool', percent: 100, cost: '0' }] }).materials[0]).toMatchObject({ hsCode: null, costMadMinor: 0, originProof: false });
    expect(draft({ workCost: null }, made)).toMatchObject({ workMinor: null, operations: ['spinning', 'weaving'] });
    expect(() => draft({ materials: [{ code: 'wool', percent: 100, hsCode: '51' }] })).toThrow(expect.objectContaining({ code: 'CATALOG_MATERIAL_CODE', field: 'input.materials.0.hsCode' }));
    expect(() => draft({ operations: ['magic'] })).toThrow(expect.objectContaining({ code: 'CATALOG_WORD_UNKNOWN', field: 'input.operations.0' }));
    expect(() => draft({ workCost: 'much' })).toThrow(expect.objectContaining({ field: 'input.workCost' }));
  });
});

describe('completeness', () => {
  const whole = draft({
    title: { ar: 'زربية' }, branch: 'carpets', price: '600', hsCode: '570110', materials: [{ code: 'wool', percent: 100 }],
    netWeightGrams: 9000, grossWeightGrams: 10_000, lengthMm: 2000, widthMm: 1500, heightMm: 20,
  });

  it('accepts a title in one language', () => expect(missing(whole, 1)).toEqual([]));
  it('names every gap of an empty draft', () =>
    expect(missing(pieceOf({}), 0)).toEqual(['photographs', 'title', 'price', 'branch', 'materials', 'hsCode', 'netWeightGrams', 'grossWeightGrams', 'lengthMm', 'widthMm', 'heightMm']));
  it('asks the species of wood whose name says none', () =>
    expect(missing(draft({ materials: [{ code: 'other-wood', name: 'Fig', percent: 100 }] }, whole), 1)).toEqual(['materials.0.scientificName']));
  it('asks what "other" is', () => expect(missing(draft({ materials: [{ code: 'other', percent: 100 }] }, whole), 1)).toEqual(['materials.0.name']));
  it.each([
    [whole, 0, 'CATALOG_PHOTOGRAPH_MISSING', 'photographs'],
    [draft({ hsCode: null }, whole), 1, 'CATALOG_FIELD_MISSING', 'hsCode'],
    [draft({ materials: [{ code: 'wool', percent: 60 }] }, whole), 1, 'CATALOG_MATERIALS_TOTAL', 'materials'],
  ])('refuses the incomplete with the field', (product, photographs, code, field) => expect(refusalOf(() => requireComplete(product, photographs))).toEqual([code, field]));
});

describe('languages', () => {
  it('fall back the same way every time and say which', () => {
    expect(inLocale({ en: null, fr: 'Tapis', ar: 'زربية' }, 'en')).toEqual({ text: 'Tapis', locale: 'fr' });
    expect(inLocale({ en: 'Rug', fr: null, ar: 'زربية' }, 'fr')).toEqual({ text: 'Rug', locale: 'en' });
    expect(inLocale({ en: 'Rug', fr: 'Tapis', ar: null }, 'ar')).toEqual({ text: 'Tapis', locale: 'fr' });
    expect(inLocale({ en: null, fr: null, ar: null }, 'ar')).toBeNull();
    expect(filled({ en: null, fr: null, ar: 'زربية' })).toEqual({ en: 'زربية', fr: 'زربية', ar: 'زربية' });
  });
});

describe('an address', () => {
  const id = '0198c1a2-b3c4-7d5e-8f60-718293a4b5c6';
  it.each([
    [{ en: 'Beni Ourain Rug', fr: null, ar: null }, 'beni-ourain-rug-8293a4b5c6'],
    [{ en: null, fr: 'Théière d’été 2026', ar: null }, 'theiere-d-8293a4b5c6'],
    [{ en: null, fr: null, ar: 'زربية' }, 'carpets-8293a4b5c6'],
    [{ en: '../../etc <script>', fr: null, ar: null }, 'etc-script-8293a4b5c6'],
  ])('of %j is %s', (title, slug) => expect(slugOf(title, 'carpets', id)).toBe(slug));

  it('is always plain, whatever the title', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (en) => expect(slugOf({ en, fr: null, ar: null }, 'wood', id)).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)));
  });
});

describe('the life of a listing', () => {
  it('allows exactly these steps', () => {
    const table = Object.fromEntries(productLifecycle.states.map((state) => [state, productLifecycle.verbs(state).map((verb) => `${verb}>${productLifecycle.next(state, verb)}`)]));
    expect(table).toEqual({
      draft: ['list>listed'],
      listed: ['withdraw>withdrawn', 'suspend>suspended', 'sell>sold'],
      suspended: ['restore>listed', 'list>listed', 'withdraw>withdrawn', 'sell>sold'],
      withdrawn: ['list>listed', 'sell>sold'],
      sold: ['list>listed', 'give_back>withdrawn'],
    });
  });
});

describe('what the house makes of a piece', () => {
  const certificate = { number: 'C-1', validUntil: '2027-01-01', scheme: 'label', ofLot: false };
  const certified = { state: 'listed', suspendedFor: null, certificateNumber: 'C-1' } as const;
  const plain = { state: 'listed', suspendedFor: null, certificateNumber: null } as const;
  const lapsed = { state: 'suspended', suspendedFor: 'certificate', certificateNumber: null } as const;
  const stopped = { state: 'suspended', suspendedFor: 'standing', certificateNumber: null } as const;

  it.each([
    [certified, true, certificate, 'listed', null],
    [certified, true, null, 'suspended', 'certificate'],
    [certified, false, certificate, 'suspended', 'standing'],
    [plain, true, null, 'listed', null],
    [plain, true, certificate, 'listed', null],
    [plain, false, null, 'suspended', 'standing'],
    [lapsed, true, certificate, 'listed', null],
    [lapsed, true, null, 'suspended', 'certificate'],
    [lapsed, false, certificate, 'suspended', 'standing'],
    [stopped, true, null, 'listed', null],
    [{ state: 'withdrawn', suspendedFor: null, certificateNumber: 'C-1' } as const, false, null, 'withdrawn', null],
    [{ state: 'sold', suspendedFor: null, certificateNumber: 'C-1' } as const, true, certificate, 'sold', null],
  ])('%j with right to sell %s and certificate %j is %s', (piece, maySell, live, state, suspendedFor) => {
    const verdict = judge(piece, maySell, live);
    expect(verdict).toEqual({ state, suspendedFor, certificate: live });
  });
});
