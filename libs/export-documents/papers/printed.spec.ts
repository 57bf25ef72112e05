import { TypstCompiler } from '../typst/typst.compiler.js';
import { advanceDataXml } from './carriage/advance-data.js';
import type { Cn23 } from './carriage/postal-contract.js';
import { code128, qrCode } from './barcode.js';
import { asking } from './papers.fixtures.js';
import { PAPERS, PAPER_KINDS, type PaperKind } from './papers.js';
import { attachmentsOf, pictureOf, placesOf, textOf, withPoppler } from './poppler.fixtures.js';
import { FORM_BOXES } from './origin/movement-form.js';
import type { Code, Sheet } from './sheet.js';
import type { Trade } from '../trade/trade.js';

const compiler = new TypstCompiler();
const references = { invoiceNumber: 'CI-2026-000001', invoicedOn: '2026-11-24' };
const sheetOf = (kind: PaperKind, t: Trade = asking(kind)): Sheet => PAPERS[kind].sheet(PAPERS[kind].quote(t, references), { number: `${PAPERS[kind].series ?? 'PF'}-2026-000001`, version: 1, issuedOn: '2026-11-24' });
const print = (kind: PaperKind, t?: Trade): Uint8Array => compiler.print(sheetOf(kind, t)).pdf;

const EXPORTER = ['Groupement Atlas Tissage', '12, rue des Tisserands'];
const RUG = ['Hand-knotted wool rug, Beni Ourain', '570110'];
const BOWL = ['Glazed stoneware bowl, blue geometric decoration', '691200'];
const PARIS = ['Claire Moreau', '14, rue Oberkampf', '75011 Paris', 'France'];

/** Of each paper, every figure of the order it prints. */
const SAYS: Readonly<Record<PaperKind, readonly string[]>> = {
  pro_forma: ['PF-2026-000001', ...EXPORTER, ...PARIS, ...RUG, ...BOWL, '1,240.50', '149.50', 'EUR 1,390.00', 'EUR 111.90', 'EUR 300.38', 'EUR 1,817.28', 'DDP Paris, FR'],
  commercial_invoice: ['CI-2026-000001', 'PF-2026-000042', ...EXPORTER, 'ICE 001234567000089', 'RC 45871 Fès', 'IF 40123456', ...PARIS, '+33 6 00 00 00 00', ...RUG, '5701101000', ...BOWL, '14.200', '3.300', '24.916667', 'EUR 1,817.28', 'EUR 1,501.90', 'CIF', '19.350 kg', 'TAP-2026-000117', 'stamp P 4711', 'Density 44,000 knots/m²', 'REVISED RULES', '85 % wool, 15 % cotton', '300 × 200 × 2 cm', '6.00 m2', 'Handmade by Fatima Oubella, Fès-Meknès'],
  packing_list: ['PL-2026-000001', 'CI-2026-000001', ...EXPORTER, ...PARIS, ...RUG, ...BOWL, '14.200', '15.100', '3.300', '4.250', '17.500 kg', '19.350 kg', 'CI-2026-000001, 1/2 to 2/2', 'Maison Atlas SARL', 'contact@maison-atlas.example'],
  us_origin_declaration: ['UD-2026-000001', ...EXPORTER, 'Jane Miller', '60 Water Street', 'Brooklyn, NY 11201', 'United States', ...RUG, ...BOWL, 'EUR 1,240.50', '85 % wool, origin MA', 'costs are kept by the producer', 'CI-2026-000001, 1/2 to 2/2', 'MA'],
  eur1_data: ['ED-2026-000001', 'good for 10 months', 'and the European Union', ...EXPORTER, ...PARIS, 'REVISED RULES', '19.350 kg', 'A 123456', ...RUG, ...BOWL, 'CI-2026-000001'],
  eur1_form: ['Groupement Atlas Tissage', 'Fès, MOROCCO', 'and the European Union', 'Claire Moreau', '75011 Paris', 'REVISED RULES', 'HS 570110, 1 pc', 'HS 691200, 6 pc', '19.350 kg', 'CI-2026-000001', 'Fès, 24 November 2026'],
  eur_med_data: ['MD-2026-000001', 'and United Kingdom', 'Amelia Hart', 'London', 'CUMULATION APPLIED WITH TÜRKIYE', '19.350 kg'],
  eur_med_form: ['and United Kingdom', 'Amelia Hart', 'CUMULATION APPLIED WITH TÜRKIYE', '19.350 kg', 'HS 570110, 1 pc'],
  arab_certificate: ['AC-2026-000001', 'CI-2026-000001', 'Noor Trading LLC', 'Dubai', '570110', '691200', '15.100', '4.250', '19.350', 'Fatima Oubella'],
  form_a_data: ['FA-2026-000001', 'Kawa Craft KK', 'Tokyo', 'Japan', '“P”', '15.100', '4.250', '19.350 kg', 'produced in MOROCCO', 'GOODS EXPORTED TO JAPAN'.toLowerCase().replace('japan', 'JAPAN')],
  cn22: ['CM-2026-000001', 'RR 123 456 785 MA', ...EXPORTER, 'Claire Moreau', '14, rue Oberkampf', '75011 Paris', 'Sale of goods', ...BOWL, '1.100', '149.50', 'EUR 149.50', '1.400 kg'],
  cn23: ['CN-2026-000001', 'CP 123 456 785 MA', ...EXPORTER, ...PARIS, 'claire@moreau.example', 'Sale of goods', ...RUG, ...BOWL, '14.200', '3.300', '1,240.50', 'EUR 1,390.00', 'EUR 98.00', '19.350 kg', 'TAP-2026-000117, POT-2026-000031', 'CI-2026-000001'],
  dum_data: ['DD-2026-000001', '060', ...EXPORTER, ...PARIS, 'MAD 15,015.00', '13,400.00', '1,615.00', '14.200', '15.100', 'Tapis de laine noué main, Beni Ourain', 'EUR 1,817.28', 'Origine MA (MA-03)', 'Colis, poste ou express', 'CI-2026-000001, PF-2026-000042, P 4711, POT-2026-000031', '1 EUR = 10.8025 MAD (Bank Al-Maghrib, 20 November 2026)', '19.350 kg'],
  exchange_commitment: ['EX-2026-000001', 'PF-2026-000042', ...EXPORTER, 'Claire Moreau', 'EUR 1,817.28', 'EUR 1,390.00', 'EUR 111.90', 'EUR 315.38', 'Tapis de laine noué main, Beni Ourain', '150 jours'],
  shipping_instructions: ['SI-2026-000001', ...EXPORTER, ...PARIS, 'DDP Paris, FR', '19.350 kg', 'EUR 1,390.00', 'Bill the shipper', 'origin declaration on the invoice', 'Full declaration (H1)', ...RUG, ...BOWL],
  air_waybill_draft: ['AW-2026-000001', 'DRAFT', '147-10000001', 'Royal Air Maroc Cargo', 'CMN Casablanca', 'CDG Paris', 'AT 764, 26 November', 'NVD', 'EUR 1,390.00', '19.350 kg', ...EXPORTER, ...PARIS, ...RUG, ...BOWL, '15.100', '4.250'],
  cmr_draft: ['CR-2026-000001', 'DRAFT', 'Transports du Détroit', '12345-A-6, trailer 998', ...EXPORTER, ...PARIS, '19.350 kg', ...RUG, '15.100', 'notwithstanding any clause to the contrary'],
  bill_of_lading_draft: ['BL-2026-000001', 'DRAFT', 'CMA CGM', 'Example Star, voyage 26W', 'Tanger Med', 'Marseille', 'CSQU3054383', 'Agence Maritime du Sud', ...EXPORTER, ...PARIS, '19.350 kg', ...BOWL],
  wood_packaging: ['WP-2026-000001', 'IPPC MA-123 HT', 'has been treated', 'NIMP 15', ...EXPORTER, ...PARIS, 'CI-2026-000001, 1/2 to 2/2'],
  fibre_label: ['FL-2026-000001', 'Tapis de laine noué main, Beni Ourain', '85 % laine, 15 % coton', 'Fabriqué au Maroc', 'Fatima Oubella', 'Fès-Meknès'],
  gpsr_data: ['GP-2026-000001', ...EXPORTER, 'Maison Atlas SARL', 'contact@maison-atlas.example', 'Peut glisser sur sol lisse', 'Fatima Oubella', '018f0000-0000-7000-8000-000000000001'],
  ceramics_declaration: ['CD-2026-000001', ...EXPORTER, 'Claire Moreau', 'Lead 0.4 mg/l', 'Cadmium 0.02 mg/l', 'POT-2026-000031, 14 September 2026', 'Directive 84/500/EEC', 'Abdelkrim Serghini'],
  carpet_stamps: ['CS-2026-000001', 'P 4711', 'supérieure', 'Knots per decimetre of width 22 knots/dm', '6.00', 'Rachida Filali', 'TAP-2026-000117'],
  piece_passports: ['PP-2026-000001', 'TAP-2026-000117', 'https://dar-sanaa.example/en/certificate/TAP-2026-000117', 'POT-2026-000031', 'Lead 0.4 mg/l', 'P 4711', '018f0000-0000-7000-8000-000000000001'],
};
const ARABIC: Readonly<Partial<Record<PaperKind, readonly string[]>>> = {
  arab_certificate: ['مجموعة', 'للنسيج', 'المملكة', 'المغربية', 'الإمارات', 'زربية', 'صوفية', 'زلافة', 'نونبر', 'مسودة', 'متحصل', 'جوي'],
  commercial_invoice: ['فاتورة', 'تجارية', 'زربية'],
  packing_list: ['قائمة', 'زربية'],
};

describe('every paper as it is printed', () => {
  for (const kind of PAPER_KINDS) {
    withPoppler(`${kind} says what the order says, field by field`, () => {
      const pdf = print(kind);
      const squeezed = textOf(pdf).replaceAll(' ', '');
      for (const said of ARABIC[kind] ?? []) expect(textOf(pdf, 'layout').replaceAll(' ', '')).toContain(said);
      for (const said of SAYS[kind]) expect(squeezed).toContain(said.normalize('NFKC').replaceAll(' ', ''));
    });
  }

  it.each(PAPER_KINDS)('%s is the same bytes for the same order', (kind) => {
    const first = Buffer.from(print(kind));
    expect(first.equals(Buffer.from(print(kind)))).toBe(true);
    expect(first.toString('latin1')).toContain('pdfaid:conformance');
  });
});

describe('the overlay', () => {
  withPoppler('puts each text in its box, shifted as the printer needs, and prints nothing else', () => {
    const t = asking('eur1_form');
    const straight = placesOf(print('eur1_form', { ...t, form: { shiftXMm: 0, shiftYMm: 0 } }));
    const shifted = placesOf(print('eur1_form', { ...t, form: { shiftXMm: 1.5, shiftYMm: -2 } }));
    const inside = (word: string, box: keyof typeof FORM_BOXES): void => {
      const { x, y, width, height } = FORM_BOXES[box];
      const found = straight.find((p) => p.word.startsWith(word))!;
      expect([found.x >= x - 0.2 && found.x < x + width, found.y >= y - 2.5 && found.y < y + height]).toEqual([true, true]);
    };
    inside('Groupement', 1);
    inside('Claire', 3);
    inside('REVISED', 7);
    inside('Hand-knotted', 8);
    inside('19.350', 9);
    expect(shifted).toHaveLength(straight.length);
    shifted.forEach((p, i) => {
      expect(p.x - straight[i]!.x).toBeCloseTo(1.5, 1);
      expect(p.y - straight[i]!.y).toBeCloseTo(-2, 1);
    });
    const words = straight.map((p) => p.word).join(' ');
    for (const drawn of ['Page', 'EUR.1', 'version', 'Overlay', 'certificate']) expect(words).not.toContain(drawn);
  });
});

describe('codes for machines', () => {
  const drawn = (kind: PaperKind, dpi: number): { runs: number[][]; picture: ReturnType<typeof pictureOf> } => {
    const picture = pictureOf(print(kind), dpi);
    const runs = Array.from({ length: picture.height }, (_, y) => {
      const edges: number[] = [];
      for (let x = 1; x < picture.width; x++) if (picture.dark(x, y) !== picture.dark(x - 1, y)) edges.push(x);
      return edges;
    });
    return { runs, picture };
  };

  withPoppler('has bars as wide as Code 128 of the postal number asks', () => {
    const code = code128('CP123456785MA');
    const { runs } = drawn('cn23', 600);
    const line = runs.find((edges) => edges.length >= code.dark.length * 2 && ratiosFit(edges, code));
    expect(line).toBeDefined();
  });

  withPoppler('has a square of the modules the address makes', () => {
    const code = qrCode('https://dar-sanaa.example/en/certificate/TAP-2026-000117');
    const picture = pictureOf(print('piece_passports'), 300);
    // The first finder pattern: seven modules dark in a row, the leftmost thing that wide.
    const unit = (27 / code.width / 25.4) * 300;
    const start = finder(picture, unit)!;
    const cells = new Set(code.dark.flatMap(([x, y, run]) => Array.from({ length: run }, (_, i) => `${x + i},${y}`)));
    let wrong = 0;
    for (let y = 0; y < code.height; y++) for (let x = 0; x < code.width; x++) if (picture.dark(Math.round(start.x + (x + 0.5) * unit), Math.round(start.y + (y + 0.5) * unit)) !== cells.has(`${x},${y}`)) wrong++;
    expect(wrong).toBe(0);
  });

  withPoppler('travels as electronic advance data inside its declaration', () => {
    const t = asking('cn23');
    const data = PAPERS.cn23.quote(t, references) as Cn23;
    const [json, xml] = attachmentsOf(print('cn23'), 2);
    expect(xml).toBe(advanceDataXml(data, '2026-11-24'));
    expect(JSON.parse(json!)).toMatchObject({
      message: 'ITMATT', itemIdentifier: 'CP123456785MA', destinationCountry: 'FR', declaredValue: '1390.00', currency: 'EUR', grossWeightKg: '19.350',
      contentPieces: [{ hsCode: '570110', originCountry: 'MA', units: 1, netWeightKg: '14.200', declaredValue: '1240.50' }, { hsCode: '691200', units: 6, netWeightKg: '3.300', declaredValue: '149.50' }],
    });
  });
});

/** The edges of one line of a picture against the runs of a code, from its first bar. */
function ratiosFit(edges: readonly number[], code: Code): boolean {
  for (let from = 0; from + code.dark.length * 2 <= edges.length; from++) {
    const unit = (edges[from + code.dark.length * 2 - 1]! - edges[from]!) / code.width;
    const fits = code.dark.every(([x, , width], i) => Math.abs(edges[from + 2 * i]! - edges[from]! - x * unit) < unit / 2 && Math.abs(edges[from + 2 * i + 1]! - edges[from + 2 * i]! - width * unit) < unit / 2);
    if (fits) return true;
  }
  return false;
}

function finder(picture: ReturnType<typeof pictureOf>, unit: number): { x: number; y: number } | undefined {
  for (let y = 0; y < picture.height; y++) {
    for (let x = 1; x < picture.width / 2; x++) {
      if (picture.dark(x, y) && !picture.dark(x - 1, y)) {
        let end = x;
        while (picture.dark(end, y)) end++;
        if (Math.abs(end - x - 7 * unit) < 2 && picture.dark(x + 1, y + Math.round(6 * unit))) return { x, y };
      }
    }
  }
  return undefined;
}
