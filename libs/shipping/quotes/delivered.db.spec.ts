import { newId, SYSTEM } from '#libs/kernel';
import { actor, testHouse, type TestHouse } from '../../../test/database.js';
import { ReferenceService } from '../index.js';
import { answered, listed, SHIPPING_ROOMS } from '../shipping.fixtures.js';
import { DeliveredService } from './delivered.service.js';
import { quoteShape } from './quote.shape.js';
import type { QuoteInput } from './quotes.types.js';

let house: TestHouse;
let delivered: DeliveredService;
let rug: string;
let ironwork: string;

beforeAll(async () => {
  house = await testHouse(SHIPPING_ROOMS);
  delivered = house.get(DeliveredService);
  await house.get(ReferenceService).loadShipped(SYSTEM);
  await answered(house);
  rug = await listed(house);
  ironwork = await listed(house, { hsCode: '732690' });
});
afterAll(() => house.close());

const ask = (more: Partial<QuoteInput> = {}): QuoteInput => ({ country: 'FR', buyerKind: 'consumer', incoterm: 'DDP', lines: [{ productId: rug, quantity: 1 }], ...more });

describe('delivered prices of the catalogue', () => {
  it('explains every figure', async () => {
    const quote = quoteShape(await delivered.quote(ask()), 'en');
    expect(quote).toMatchObject({ known: true, reasons: [], currency: 'EUR', asOf: '2026-11-24', perLine: [{ key: rug, commodityCode: '5701 10 90', preference: { applied: true, proof: 'origin declaration' } }] });
    expect(quote.lines.reduce((sum, line) => sum + line.amountMinor, 0)).toBe(quote.total!.amountMinor);
    for (const line of quote.lines) expect([line.formula, line.rate, line.source, line.checkedOn, line.confidence].every((part) => part.length > 0)).toBe(true);
  });

  it('prices a page of cards, says unknown as unknown, and leaves out what is gone', async () => {
    const prices = await delivered.cards([rug, ironwork, newId()], 'US');
    const of = (id: string) => prices.find((price) => price.productId === id);
    expect(prices).toHaveLength(2);
    expect(of(rug)).toMatchObject({ known: true, total: { currency: 'USD' }, reasons: [] });
    expect(of(rug)!.savedMinor).toBeGreaterThan(0);
    expect(of(ironwork)).toMatchObject({ known: false, total: null, reasons: [expect.stringMatching(/^Section 232 steel applies to 7326\.90\.86 and cannot be computed/)] });
    expect(await delivered.cards([], 'FR')).toEqual([]);
    expect((await delivered.cards([rug], 'ZZ'))[0]).toMatchObject({ known: false, total: null });
  });

  it('a country we do not know is unknown, not an error', async () => {
    expect(quoteShape(await delivered.quote(ask({ country: 'ZZ' })), 'en')).toMatchObject({ known: false, total: null, reasonDetails: [{ code: 'COUNTRY_UNKNOWN' }] });
  });

  it('asks the law of another day', async () => {
    expect((await delivered.quote(ask({ country: 'US', asOf: '2026-03-01' }))).together.known).toBe(true);
  });

  it.each<[string, Partial<QuoteInput>]>([
    ['input.country', { country: 'France' }],
    ['input.lines', { lines: [] }],
    ['input.lines', { lines: Array.from({ length: 49 }, () => ({ productId: newId(), quantity: 1 })) }],
    ['input.lines.0.quantity', { lines: [{ productId: newId(), quantity: 0 }] }],
    ['input.lines.0.quantity', { lines: [{ productId: newId(), quantity: -1 }] }],
    ['input.lines.0.quantity', { lines: [{ productId: newId(), quantity: 2_000_000_000 }] }],
    ['input.lines.0.productId', { lines: [{ productId: "'; drop table", quantity: 1 }] }],
    ['input.asOf', { asOf: '2026-02-30' }],
  ])('refuses a wrong %s', async (field, wrong) => {
    await expect(delivered.quote(ask(wrong))).rejects.toMatchObject({ code: 'INPUT_INVALID', field });
  });

  it('refuses a piece that is not there, and too many cards', async () => {
    await expect(delivered.quote(ask({ lines: [{ productId: newId(), quantity: 1 }] }))).rejects.toMatchObject({ code: 'SHIPPING_PRODUCT_NOT_FOUND', field: 'input.lines.0.productId' });
    await expect(delivered.cards(Array.from({ length: 49 }, () => newId()), 'FR')).rejects.toMatchObject({ code: 'INPUT_INVALID', field: 'productIds' });
  });

  it('tells the maker what her materials prove on each corridor, and nobody else', async () => {
    const [{ artisan_id: artisanId }] = (await house.db.read<{ artisan_id: string }>('select artisan_id from catalog.product where id = $1', [rug])) as [{ artisan_id: string }];
    const maker = { ...actor('artisan'), artisanId, locale: 'fr' as const };
    const verdicts = await delivered.origins(maker, rug);
    expect(verdicts.find((one) => one.country === 'FR')).toMatchObject({ regime: 'EU-MA', originating: 'yes', criterion: 'moroccan_materials', why: 'fait au Maroc de matières marocaines seulement', asks: [] });
    await house.db.read(`update catalog.product set materials = '[{"code":"wool","name":null,"percent":100,"originCountry":"NZ","scientificName":null}]' where id = $1`, [ironwork]);
    const desk = actor('desk');
    expect((await delivered.origins(desk, ironwork)).find((one) => one.country === 'GB')).toMatchObject({ originating: 'not_provable', asks: ['operations'] });
    await expect(delivered.origins({ ...maker, artisanId: newId() }, rug)).rejects.toMatchObject({ code: 'SHIPPING_PRODUCT_NOT_FOUND' });
    await expect(delivered.origins(desk, 'nonsense')).rejects.toMatchObject({ code: 'SHIPPING_PRODUCT_NOT_FOUND', field: 'productId' });
  });

  it('tells it of a draft too, once it has a price and a code, and quotes no buyer a draft', async () => {
    const draft = await listed(house);
    const write = (set: string): Promise<unknown> => house.db.read(`update catalog.product set ${set} where id = $1`, [draft]);
    await write(`state = 'draft', slug = null, listed_at = null, net_weight_grams = null`);
    expect((await delivered.origins(actor('desk'), draft)).find((one) => one.country === 'GB')).toMatchObject({ originating: 'yes', criterion: 'moroccan_materials' });
    await expect(delivered.quote(ask({ lines: [{ productId: draft, quantity: 1 }] }))).rejects.toMatchObject({ code: 'SHIPPING_PRODUCT_NOT_FOUND' });
    for (const missing of ['hs_code = null', 'price_minor = null, goods_minor = null']) {
      await write(missing);
      expect(await delivered.origins(actor('desk'), draft)).toEqual([]);
    }
  });

  it('names the destinations in the reader’s language', async () => {
    expect((await delivered.countries('fr')).map((c) => c.name)).toEqual(['Allemagne', 'Arabie saoudite', 'Canada', 'Émirats arabes unis', 'États-Unis', 'France', 'Royaume-Uni', 'Suisse']);
    expect((await delivered.countries('ar')).find((c) => c.code === 'DE')).toEqual({ code: 'DE', name: 'ألمانيا', currency: 'EUR' });
  });
});
