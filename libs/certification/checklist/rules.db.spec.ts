import { identityRoom } from '#libs/identity';
import { newId } from '#libs/kernel';
import { registryRoom } from '#libs/registry';
import { actor, testHouse, TODAY, type TestHouse } from '../../../test/database.js';
import { carpetMaker, carpetRequest, carpetSeen, examined, inspectorOf, maker } from '../certification.fixtures.js';
import { examine, type Rule } from './examination.js';
import { certificationRoom, CertificationService, ChecklistsService, InspectionsService, RulesService, type RuleSheet } from '../index.js';

let t: TestHouse;
let rules: RulesService;
const inspector = inspectorOf('carpets');
const admin = actor('admin');
beforeAll(async () => {
  t = await testHouse([identityRoom, registryRoom, certificationRoom]);
  rules = t.get(RulesService);
});
afterAll(() => t.close());
beforeEach(() => t.clock.set(TODAY));

let codes = 0;
const own = (more: Partial<RuleSheet> = {}): RuleSheet => ({
  id: newId(), centreId: 'carpets', productType: 'carpets', code: `own-rule-${++codes}`, kind: 'observation', en: 'Signed by the weaver', fr: 'Signé par la tisseuse', ar: 'موقّعة من النساجة', required: true,
  source: 'Rules of the centre, article 4', checkedOn: '2026-11-24', validFrom: '2026-12-01', ...more,
});
const inForce = async (code: string, day: string, centreId: string | null = 'carpets'): Promise<unknown[]> => (await t.get(ChecklistsService).rules('carpets', 'city', day, undefined, centreId)).filter((rule) => rule.code === code);

describe('a rule', () => {
  it('is published by its centre from a day on, and stands on its own checklist alone', async () => {
    const sheet = own();
    await Promise.all([rules.publish(inspector, sheet), rules.publish(inspector, sheet)]);
    expect(await inForce(sheet.code, '2026-11-30')).toEqual([]);
    expect(await inForce(sheet.code, '2026-12-01')).toMatchObject([{ en: 'Signed by the weaver', centreId: 'carpets' }]);
    expect([await inForce(sheet.code, '2026-12-01', 'pottery'), await inForce(sheet.code, '2026-12-01', null)]).toEqual([[], []]);
    expect((await rules.versions(inspector, 'carpets', 'carpets')).filter((rule) => rule.code === sheet.code)).toMatchObject([{ validFrom: '2026-12-01', validUntil: null }]);
  });

  it('gets a new version, the one before its end, and both stay', async () => {
    const sheet = own();
    await rules.publish(inspector, sheet);
    await rules.publish(inspector, { ...sheet, id: newId(), en: 'Signed and dated', validFrom: '2027-01-01' });
    expect([await inForce(sheet.code, '2026-12-31'), await inForce(sheet.code, '2027-01-01')]).toMatchObject([[{ en: 'Signed by the weaver' }], [{ en: 'Signed and dated' }]]);
    await expect(rules.publish(inspector, { ...sheet, id: newId(), validFrom: '2026-12-15' })).rejects.toMatchObject({ code: 'RULE_PLANNED', params: { day: '2027-01-01' } });
    const [version] = (await rules.versions(inspector, 'carpets', 'carpets')).filter((rule) => rule.code === sheet.code);
    expect(await rules.retire(inspector, version!.id, '2027-06-30')).toMatchObject({ validUntil: '2027-06-30' });
    expect(await inForce(sheet.code, '2027-07-01')).toEqual([]);
    await expect(t.db.read('update certification.rule set en = $$x$$ where id = $1', [version!.id])).rejects.toThrow('only be given an end');
    await expect(t.db.read('delete from certification.rule where id = $1', [version!.id])).rejects.toThrow('keeps every version');
  });

  it('of the law is the administration’s, for every centre, and keeps its place', async () => {
    const wool = own({ centreId: null, code: 'wool', en: 'Wool well spun and washed' });
    await expect(rules.publish(inspector, wool)).rejects.toMatchObject({ code: 'RULE_NOT_YOURS' });
    await rules.publish(admin, wool);
    expect([await inForce('wool', '2026-11-30'), await inForce('wool', '2026-12-01')]).toMatchObject([[{ en: 'Wool well spun' }], [{ en: 'Wool well spun and washed' }]]);
    const list = await t.get(ChecklistsService).rules('carpets', 'city', '2026-12-01');
    expect(list.findIndex((rule) => rule.code === 'wool')).toBeLessThan(list.findIndex((rule) => rule.code === 'dyes'));
  });

  it('asked for after the look keeps the certificate back until somebody looks again', async () => {
    const sheet = own({ validFrom: '2026-11-24', variants: ['high-atlas'] });
    const artisanId = await carpetMaker(t);
    const inspectionId = await examined(t, artisanId, { variant: 'high-atlas' });
    await rules.publish(inspector, sheet);
    const issue = (): Promise<unknown> => t.get(CertificationService).issue(inspector, { id: newId(), inspectionId });
    await expect(issue()).rejects.toMatchObject({ code: 'CERTIFICATE_RULES_NOT_MET', params: { rules: sheet.code } });
    await t.get(InspectionsService).record(inspector, { id: newId(), inspectionId, seen: [...carpetSeen(), { rule: sheet.code, outcome: 'met' }] });
    await expect(issue()).resolves.toMatchObject({ artisanId });
  });

  it.each<[Partial<RuleSheet>, string]>([
    [{ validFrom: '2026-11-23' }, 'RULE_DAYS'], [{ validFrom: '9999-01-01' }, 'RULE_DAYS'], [{ checkedOn: '2026-11-25' }, 'RULE_CHECKED'], [{ checkedOn: '0001-01-01' }, 'RULE_CHECKED'], [{ kind: 'measurement' }, 'RULE_SHAPE'], [{ kind: 'measurement', unit: 'mm', plausibleMin: 10, plausibleMax: 5 }, 'RULE_SHAPE'], [{ limitMax: 3 }, 'RULE_SHAPE'],
    [{ kind: 'measurement', unit: 'mm', plausibleMin: 0, plausibleMax: 5, limitMax: 9 }, 'RULE_SHAPE'], [{ form: 'species' }, 'RULE_SHAPE'], [{ code: 'wool' }, 'RULE_NOT_YOURS'], [{ productType: 'pottery' }, 'PRODUCT_TYPE_UNKNOWN'],
    [{ variants: ['flying'] }, 'PRODUCT_TYPE_UNKNOWN'], [{ en: '\u202E' }, 'TEXT_EMPTY'], [{ centreId: 'pottery' }, 'RULE_NOT_YOURS'],
  ])('is refused with %j', async (more, code) => {
    await expect(rules.publish(inspector, own(more))).rejects.toMatchObject({ code });
  });

  it('made stricter after the look is held against what was measured then', async () => {
    const potter = inspectorOf('pottery');
    const artisanId = await carpetMaker(t);
    const { id: inspectionId } = await t.get(InspectionsService).request(maker(artisanId), carpetRequest({ centreId: 'pottery', productType: 'pottery', variant: 'cooking' }));
    const seen = [{ rule: 'lead', value: 1.2 }, { rule: 'cadmium', value: 0.01 }, ...['laboratory-report', 'glaze', 'firing', 'by-hand', 'materials', 'finish'].map((rule) => ({ rule, outcome: 'met' as const }))];
    await t.get(InspectionsService).record(potter, { id: newId(), inspectionId, seen });
    t.clock.set(new Date('2026-11-24T13:00:00Z'));
    await rules.publish(admin, own({ centreId: null, productType: 'pottery', code: 'lead', variants: ['cooking'], kind: 'measurement', unit: 'mg/l', plausibleMin: 0, plausibleMax: 1000, limitMax: 1, validFrom: '2026-11-24' }));
    const issue = (): Promise<unknown> => t.get(CertificationService).issue(potter, { id: newId(), inspectionId });
    await expect(issue()).rejects.toMatchObject({ code: 'CERTIFICATE_RULES_NOT_MET', params: { rules: 'lead' } });
    t.clock.set(new Date('2026-11-24T14:00:00Z'));
    await t.get(InspectionsService).record(potter, { id: newId(), inspectionId, seen: [{ rule: 'lead', value: 0.9 }, ...seen.slice(1)] });
    await expect(issue()).resolves.toMatchObject({ foodContact: true });
  });

  it('stands once on each checklist: a code that is for some kinds is not published for others that overlap', async () => {
    const lead = own({ centreId: null, productType: 'pottery', code: 'lead', kind: 'measurement', unit: 'mg/l', plausibleMin: 0, plausibleMax: 1000, limitMax: 1 });
    for (const variants of [null, ['fillable', 'cooking']]) await expect(rules.publish(admin, { ...lead, variants })).rejects.toMatchObject({ code: 'RULE_OTHER_KINDS', field: 'input.variants' });
    await expect(rules.publish(admin, { ...lead, variants: ['fillable'] })).resolves.toMatchObject({ limitMax: 1, variants: ['fillable'] });
    const twice = await t.db.read(`select a.product_type, a.code from certification.rule a join certification.rule b on b.product_type = a.product_type and b.code = a.code and b.centre_id is not distinct from a.centre_id and b.id > a.id
      and (a.variants is null or b.variants is null or a.variants && b.variants) and daterange(a.valid_from, a.valid_until, '[]') && daterange(b.valid_from, b.valid_until, '[]')`);
    expect(twice).toEqual([]);
  });

  it('of one centre is neither read nor ended by another', async () => {
    const { id } = await rules.publish(inspector, own());
    await expect(rules.retire(inspectorOf('pottery'), id, '2026-12-31')).rejects.toMatchObject({ code: 'RULE_NOT_YOURS' });
    await expect(rules.versions(inspectorOf('pottery'), 'carpets', 'carpets')).rejects.toMatchObject({ code: 'RULE_NOT_YOURS' });
    // The administration reads any centre; one that nobody could write down has no rules.
    expect((await rules.versions(admin, 'carpets\0', 'carpets\0')).map((rule) => rule.id)).toContain(id);
  });
});

describe('the checklists', () => {
  it('hold a rule of its own for every branch of the register, each with source and day', async () => {
    const bare = await t.db.read(`select t.code from certification.product_type t where not exists (
      select from certification.rule r where r.product_type = t.code and r.code not in ('by-hand', 'materials', 'finish'))`);
    expect(bare).toEqual([]);
    expect(await t.db.read(`select code from certification.rule where source = '' or checked_on is null`)).toEqual([]);
  });

  it('hold wood to a permit for a protected tree, and to its plot from the day the law asks it', async () => {
    const potter = inspectorOf('crafts');
    const artisanId = await carpetMaker(t);
    const look = async (more: { rule: string; text: string }[]): Promise<unknown> => {
      const { id } = await t.get(InspectionsService).request(maker(artisanId), carpetRequest({ centreId: 'crafts', productType: 'wood', variant: 'general' }));
      const seen = ['species', 'by-hand', 'materials', 'finish'].map((rule) => ({ rule, outcome: 'met' as const }));
      await t.get(InspectionsService).record(potter, { id: newId(), inspectionId: id, seen: [...seen, ...more] });
      return t.get(CertificationService).issue(potter, { id: newId(), inspectionId: id });
    };
    const thuya = { rule: 'latin-name', text: 'Tetraclinis articulata' };
    const rosewood = { rule: 'latin-name', text: 'Dalbergia melanoxylon' };
    expect(await look([thuya])).toMatchObject({ facts: expect.arrayContaining([expect.objectContaining({ rule: 'latin-name', text: 'Tetraclinis articulata' })]) as unknown });
    await expect(look([rosewood])).rejects.toMatchObject({ code: 'CERTIFICATE_RULES_NOT_MET', params: { rules: 'latin-name' } });
    await expect(look([rosewood, { rule: 'cites-permit', text: 'MA-2026-4711' }])).resolves.toMatchObject({ productType: 'wood' });
    await expect(look([{ rule: 'latin-name', text: 'thuya' }])).rejects.toMatchObject({ code: 'STATEMENT_FORM', field: 'input.seen.4.text' });
    t.clock.set(new Date('2027-06-30T12:00:00Z'));
    await expect(look([thuya])).rejects.toMatchObject({ params: { rules: 'plot, harvest, quantity' } });
    await expect(look([thuya, { rule: 'plot', text: '31.5085, -9.7595' }, { rule: 'harvest', text: 'Morocco, March 2027' }, { rule: 'quantity', text: '4 kg' }])).resolves.toMatchObject({ productType: 'wood' });
  });

  it('ask food pottery for the report of its glaze, call no fibre silk that is none, and no brass precious, from the day after', async () => {
    const checklists = t.get(ChecklistsService);
    const on = async (type: string, variant: string, code: string, day: string): Promise<unknown[]> => (await checklists.rules(type, variant, day)).filter((rule) => rule.code === code);
    for (const variant of ['not-fillable', 'fillable', 'cooking']) expect([await on('pottery', variant, 'report-number', '2026-11-24'), await on('pottery', variant, 'report-number', '2026-11-25')]).toMatchObject([[{ required: false }], [{ required: true }]]);
    expect(await on('jewellery', 'general', 'hallmark', '2026-11-25')).toMatchObject([{ en: 'Hallmark present, or no precious metal', required: true }]);
    expect(await Promise.all(['not-fillable', 'fillable', 'cooking'].map((variant) => on('pottery', variant, 'cadmium-us', '2026-11-25')))).toMatchObject([[{ limitMax: 0.5 }], [{ limitMax: 0.5 }], [{ limitMax: 0.25 }]]);
    const rule = (await on('textile', 'general', 'composition', '2026-11-25'))[0] as Rule;
    const outcome = (text: string): string => examine([rule], [{ rule: 'composition', text }])[0]!.outcome;
    expect([outcome('100 % cactus silk'), outcome('60 % Soie de cactus, 40 % coton'), outcome('100 % حرير الصبار'), outcome('100 % viscose (sabra)'), outcome('100 % silk')]).toEqual(['not_met', 'not_met', 'not_met', 'met', 'met']);
  });

  it('name the marks of a type: the stamp needs its label and grade, a collective mark is one of them', async () => {
    const artisanId = await carpetMaker(t);
    const issue = async (more: object): Promise<unknown> => t.get(CertificationService).issue(inspector, { id: newId(), inspectionId: await examined(t, artisanId), ...more });
    await expect(issue({ scheme: 'collective_mark', schemeName: 'Madmoun' })).rejects.toMatchObject({ code: 'CERTIFICATE_MARK_UNKNOWN' });
    await expect(issue({ scheme: 'estampillage' })).rejects.toMatchObject({ code: 'CERTIFICATE_NOT_STAMPED' });
    await expect(issue({ scheme: 'estampillage', labelNumber: 'S-1' })).resolves.toMatchObject({ scheme: 'estampillage', grade: 'courante' });
    await expect(issue({ scheme: 'collective_mark', schemeName: 'Tapis rbati' })).resolves.toMatchObject({ schemeName: 'Tapis rbati' });
    await expect(issue({ scheme: 'morocco_handmade', schemeLevel: 2 })).resolves.toMatchObject({ schemeLevel: 2 });
    const marks = await t.get(ChecklistsService).marks('pottery', 'pottery', '2026-11-24');
    expect(marks.map((mark) => mark.code)).toEqual(['centre-pottery', 'madmoun', 'morocco-handmade-1', 'morocco-handmade-2', 'morocco-handmade-3']);
  });
});
