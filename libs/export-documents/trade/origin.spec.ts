import { corridorTo } from './origin.fixtures.js';
import { originDeclaration, originOf } from './origin.js';

const line = { preference: true, amountMinor: 600_000, originRegion: 'MA-03' };
const ask = { terms: corridorTo('FR'), currency: 'EUR', lines: [line], besideMinor: 0, approvedExporter: null, reference: null };

describe('the proof of origin', () => {
  it('is a declaration up to EUR 6,000 and a certificate from the cent above', () => {
    expect(originOf(ask)).toMatchObject({ regime: 'EU-MA', proof: 'origin_declaration', mention: 'REVISED RULES', months: 10 });
    expect(originOf({ ...ask, lines: [{ ...line, amountMinor: 600_001 }] }).proof).toBe('eur1');
  });

  it('counts what travels beside in the same consignment, and only originating products', () => {
    expect(originOf({ ...ask, besideMinor: 1 }).proof).toBe('eur1');
    expect(originOf({ ...ask, lines: [line, { ...line, preference: false }] }).proof).toBe('origin_declaration');
  });

  it('is a declaration at any value for an approved exporter', () => {
    expect(originOf({ ...ask, approvedExporter: 'MA/2026/17', lines: [{ ...line, amountMinor: 5_000_000 }] }).proof).toBe('origin_declaration');
  });

  it('goes by the corridor: the UK states GBP 5,500, the US has its own declaration', () => {
    const gbp = { ...ask, terms: corridorTo('GB'), currency: 'GBP' };
    expect(originOf({ ...gbp, lines: [{ ...line, amountMinor: 550_000 }] })).toMatchObject({ proof: 'origin_declaration', mention: 'NONE' });
    expect(originOf({ ...gbp, lines: [{ ...line, amountMinor: 550_001 }] }).proof).toBe('eur1');
    expect(originOf({ ...ask, terms: corridorTo('US'), currency: 'USD' }).proof).toBe('us_declaration');
  });

  it('is a person’s to decide where no rule is on record', () => {
    for (const region of ['MA-11', 'MA-12']) expect(originOf({ ...ask, lines: [{ ...line, originRegion: region }] }).proof).toBe('desk');
    expect(originOf({ ...ask, terms: corridorTo('GB'), currency: 'GBP', lines: [{ ...line, amountMinor: 100, originRegion: 'MA-11' }] }).proof).toBe('origin_declaration');
    expect(originOf({ ...ask, terms: null })).toMatchObject({ regime: null, proof: 'desk', why: 'no_regime' });
    expect(originOf({ ...ask, currency: 'MAD' })).toMatchObject({ proof: 'desk', why: 'threshold_unknown' });
    // The chamber certifies it, from the draft that is drawn up.
    expect(originOf({ ...ask, terms: corridorTo('AE'), currency: 'AED' })).toMatchObject({ regime: 'GAFTA', proof: 'arab_certificate', why: 'agreement' });
  });

  it('takes the threshold in francs from its row', () => {
    const chf = { ...ask, terms: corridorTo('CH'), currency: 'CHF' };
    expect(originOf({ ...chf, lines: [{ ...line, amountMinor: 1_030_000 }] }).proof).toBe('origin_declaration');
    expect(originOf({ ...chf, lines: [{ ...line, amountMinor: 1_030_001 }] }).proof).toBe('eur1');
  });

  it('is none when nothing is claimed', () => {
    expect(originOf({ ...ask, lines: [{ ...line, preference: false }] }).proof).toBe('none');
  });
});

describe('the origin declaration', () => {
  it('has the statutory words, the authorisation only for an approved exporter', () => {
    expect(originDeclaration(null, 'REVISED RULES').en).toBe('The exporter of the products covered by this document declares that, except where otherwise clearly indicated, these products are of Moroccan preferential origin.');
    expect(originDeclaration('MA/17', 'NONE').en).toContain('covered by this document (customs authorisation No MA/17) declares that');
    expect(originDeclaration(null, 'TRANSITIONAL RULES').fr).toMatch(/origine préférentielle marocaine selon les règles d’origine transitoires\.$/);
  });
});
