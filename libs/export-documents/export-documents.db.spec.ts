import { createHash } from 'node:crypto';
import { Module } from '@nestjs/common';
import { newId, SYSTEM, type Actor } from '#libs/kernel';
import type { ProForma } from '#libs/orders';
import type { Room } from '#libs/platform';
import { Storage } from '#libs/platform';
import { actor, testHouse, type TestHouse } from '../../test/database.js';
import { BundleService } from './file/bundle.service.js';
import { DrawingService } from './file/drawing.service.js';
import { STAMPED, TESTED } from './export-documents.fixtures.js';
import { exportDocumentsErrors } from './export-documents.errors.js';
import { EXPORT_DOCUMENTS } from './export-documents.providers.js';
import { ExportDocumentsService } from './export-documents.service.js';
import type { PaperRow } from './file/paper.row.js';
import { proForma } from './pro-forma.fixtures.js';
import { EXPORT_DOCUMENTS_MIGRATIONS } from './migrations/all.js';
import { corridorTo } from './trade/origin.fixtures.js';
import type { Evidence } from './trade/trade.js';
import { TradeSource, type KnownExporter } from './trade/trade.source.js';
import { TypstRenderer } from './typst/typst.renderer.js';

/** Orders as this room sees them, without placing and paying one for every test. */
class OrdersOnPaper extends TradeSource {
  readonly placed = new Map<string, ProForma>();

  place(change: Partial<ProForma> = {}): ProForma {
    const p = proForma({ orderId: newId(), ...change });
    this.placed.set(p.orderId, p);
    return p;
  }
  override async proForma(orderId: string): Promise<ProForma> {
    return this.placed.get(orderId)!;
  }
  override async maySee(who: Actor, orderId: string): Promise<boolean> {
    const p = this.placed.get(orderId);
    return p !== undefined && (who.accountId === p.buyer.accountId || who.artisanId === p.exporter.id || who.roles.includes('desk'));
  }
  /** In this room's specs an order's key is its id, said backwards. */
  override async orderOfKey(key: string): Promise<string> {
    const orderId = [...key].reverse().join('');
    if (!this.placed.has(orderId)) throw exportDocumentsErrors.EXPORT_FILE_NOT_FOUND();
    return orderId;
  }
  override async speaksFor(who: Actor, _kind: 'artisan' | 'cluster', id: string): Promise<boolean> {
    return who.artisanId === id;
  }
  override async evidence(): Promise<Map<string, Evidence>> {
    return new Map([STAMPED, TESTED].map((e) => [e.number, e]));
  }
  override async proofTerms(country: string) {
    return corridorTo(country);
  }
  house: string | null = 'Maison Exemple SARL, 8 rue des Exemples, 75011 Paris, answers@maison.example';
  readonly own = new Map<string, string | null>();
  override async responsible(_kind: string, id: string): Promise<string | null> {
    return this.own.get(id) ?? this.house;
  }
  override async recordResponsible(_tx: unknown, _kind: string, id: string, said: string | null): Promise<void> {
    this.own.set(id, said);
  }
  override async exporter(): Promise<KnownExporter> {
    return { nameArabic: 'مجموعة أطلس للنسيج', address: ['12, rue des Tisserands'], city: 'Fès', ice: '001234567000089', registerNumber: null };
  }
}

const orders = new OrdersOnPaper();

@Module({ providers: [...EXPORT_DOCUMENTS, { provide: TradeSource, useValue: orders }] })
class PapersAlone {}
const room: Room = { name: 'export-documents', module: PapersAlone, entities: [], migrations: EXPORT_DOCUMENTS_MIGRATIONS, errors: exportDocumentsErrors.definitions };

let t: TestHouse;
let documents: ExportDocumentsService;
beforeAll(async () => {
  t = await testHouse([room]);
  documents = t.get(ExportDocumentsService);
});
afterAll(() => t.close());

const desk = actor('desk');
const ready = (orderId: string): Promise<unknown> => t.db.write(SYSTEM, (tx) => tx.publish('OrderReady', { orderId }));
const packed = (orderIds: string[], grossWeightGrams: number, packages = 2): Promise<unknown> =>
  t.db.write(SYSTEM, (tx) => tx.publish('ConsignmentPacked', { consignmentId: newId(), orderIds, grossWeightGrams, packages }));
const factsOf = (name: string, orderId: string) => t.db.read<{ payload: { reason?: string; missing?: string[]; version?: number } }>(`select payload from platform.outbox where name = $1 and payload->>'orderId' = $2 order by id`, [name, orderId]);
const papersOf = async (orderId: string) => (await documents.exportFile(desk, orderId))!.papers;

async function drawn(change: Partial<ProForma> = {}): Promise<ProForma> {
  const p = orders.place(change);
  await ready(p.orderId);
  await t.jobs.drain();
  return p;
}

describe('the export file of an order', () => {
  it('opens when the pieces are made, prints every required paper and completes', async () => {
    const p = await drawn();
    const view = (await documents.exportFile(desk, p.orderId))!;
    expect(view.file.state).toBe('complete');
    expect(view.papers.map((x) => [x.kind, x.state]).sort()).toEqual([
      ['carpet_stamps', 'ready'], ['ceramics_declaration', 'ready'], ['cn23', 'ready'], ['commercial_invoice', 'ready'], ['dum_data', 'ready'], ['exchange_commitment', 'ready'], ['fibre_label', 'ready'], ['gpsr_data', 'ready'], ['packing_list', 'ready'], ['piece_passports', 'ready'], ['pro_forma', 'ready'], ['shipping_instructions', 'ready'],
    ]);
    expect(view.papers.find((x) => x.kind === 'commercial_invoice')!.number).toMatch(/^CI-2026-\d{6}$/);
    expect(view.papers.find((x) => x.kind === 'pro_forma')!.number).toBe(p.number);
    expect(await factsOf('ExportFileCompleted', p.orderId)).toHaveLength(1);
    for (const paper of view.papers) {
      const bytes = await t.get(Storage).get(paper.storageKey!);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(paper.sha256);
      expect(paper.storageKey).toContain(p.orderId);
    }
  });

  it('hears the same fact twice and draws up once', async () => {
    const p = await drawn();
    const before = await papersOf(p.orderId);
    await ready(p.orderId);
    await t.jobs.drain();
    expect(await papersOf(p.orderId)).toEqual(before);
    expect(await factsOf('ExportFileCompleted', p.orderId)).toHaveLength(1);
  });

  it('draws up again just the papers that quote a measured weight, and keeps what was printed', async () => {
    const p = await drawn();
    const before = await papersOf(p.orderId);
    await packed([p.orderId], 21_480);
    await t.jobs.drain();
    const after = await papersOf(p.orderId);
    const moved = after.filter((a) => before.every((b) => b.id !== a.id)).map((a) => a.kind).sort();
    expect(moved).toEqual(['cn23', 'commercial_invoice', 'dum_data', 'packing_list', 'shipping_instructions']);
    const invoice = after.find((x) => x.kind === 'commercial_invoice')!;
    const old = before.find((x) => x.kind === 'commercial_invoice')!;
    expect([invoice.number, invoice.version, invoice.state]).toEqual([old.number, 2, 'ready']);
    expect((await t.get(Storage).get(old.storageKey!)).length).toBe(old.size);
    const [kept] = await t.db.read<{ state: string; sha256: string }>(`select state, sha256 from export_documents.paper where id = $1`, [old.id]);
    expect(kept).toEqual({ state: 'superseded', sha256: old.sha256 });
    expect(await factsOf('ExportFileReopened', p.orderId)).toHaveLength(1);
    expect((await factsOf('ExportFileCompleted', p.orderId)).map((f) => f.payload.version)).toEqual([1, 2]);
  });

  it('refuses a paper with its box and remedy, names it to those who wait, and prints it once repaired', async () => {
    const p = orders.place();
    const wrong = { ...p, lines: p.lines.map((l, i) => (i === 0 ? { ...l, hsCode: '57' } : l)) };
    orders.placed.set(p.orderId, wrong);
    await ready(p.orderId);
    await t.jobs.drain();
    const view = (await documents.exportFile(desk, p.orderId))!;
    const invoice = view.papers.find((x) => x.kind === 'commercial_invoice')!;
    expect(view.file.state).toBe('blocked');
    expect(invoice.problems.filter((x) => x.code === 'HS_CODE_WRONG')).toEqual([{ code: 'HS_CODE_WRONG', box: 'HS code', params: { line: 1 } }]);
    const [held] = await factsOf('ExportFileReopened', p.orderId);
    expect(held!.payload.missing).toContain(`Commercial invoice ${invoice.number} (HS code: Line 1 has no six-digit HS code.)`);
    expect(await factsOf('ExportFileCompleted', p.orderId)).toHaveLength(0);

    await expect(documents.correctLine(desk, p.orderId, { line: 1, field: 'hs_code', value: '57', reason: 'x' })).rejects.toMatchObject({ code: 'HS_CODE_INVALID' });
    await expect(documents.correctLine(desk, p.orderId, { line: 9, field: 'hs_code', value: '570110', reason: 'x' })).rejects.toMatchObject({ code: 'EXPORT_LINE_NOT_FOUND' });
    await expect(documents.correctLine(desk, p.orderId, { line: 1, field: 'materials', value: '60 % wool', reason: 'x' })).rejects.toMatchObject({ code: 'EXPORT_MATERIALS_UNREADABLE', field: 'value' });
    await documents.correctLine(desk, p.orderId, { line: 1, field: 'materials', value: '80 wool, 20 % viscose', reason: 'as the laboratory found' });
    await documents.correctLine(desk, p.orderId, { line: 1, field: 'hs_code', value: '5701.10', reason: 'the maker gave the chapter alone' });
    await t.jobs.drain();
    const repaired = (await documents.exportFile(desk, p.orderId))!;
    expect(repaired.file.state).toBe('complete');
    const again = repaired.papers.find((x) => x.kind === 'commercial_invoice')!;
    expect([again.number, again.version]).toEqual([invoice.number, 1]);
    expect(again.quoted).toMatchObject({ lines: [{ materials: [{ name: 'wool', percent: 80, originCountry: 'MA' }, { name: 'viscose', percent: 20, originCountry: 'MA' }] }, {}] });
    // The offer stays what it was: only customs papers say the code that is right.
    const quoted = (x: PaperRow): string => (x.quoted as { lines: { hsCode: string }[] }).lines[0]!.hsCode;
    expect([quoted(again), quoted(repaired.papers.find((x) => x.kind === 'pro_forma')!)]).toEqual(['570110', '57']);
  });

  it('prints a question mark for a letter no font has, and warns of it', async () => {
    const p = orders.place();
    orders.placed.set(p.orderId, { ...p, lines: p.lines.map((l, i) => (i === 0 ? { ...l, makerName: 'ⵜⵉⴼⴰⵡⵉⵏ 工 🙂' } : l)) });
    await ready(p.orderId);
    await t.jobs.drain();
    const invoice = (await papersOf(p.orderId)).find((x) => x.kind === 'commercial_invoice')!;
    expect(invoice.state).toBe('ready');
    expect(invoice.problems.find((x) => x.code === 'LETTERS_MISSING')!.params['letters']).toBe('工 🙂');
  });

  it('never alters a printed paper, whoever tries', async () => {
    const p = await drawn();
    const [paper] = await papersOf(p.orderId);
    await expect(t.db.read(`update export_documents.paper set quoted = '{}' where id = $1`, [paper!.id])).rejects.toThrow(/cannot change/);
    await expect(t.db.read(`update export_documents.paper set number = 'CI-2026-999999' where id = $1`, [paper!.id])).rejects.toThrow(/keeps its number/);
    await expect(t.db.read(`delete from export_documents.paper where id = $1`, [paper!.id])).rejects.toThrow(/stays in its file/);
  });

  it('closes when the goods leave: later figures change nothing', async () => {
    const p = await drawn();
    await t.db.write(SYSTEM, (tx) => tx.publish('ConsignmentDispatched', { consignmentId: newId(), orderIds: [p.orderId], trackingNumber: 'RB123456785GB', carrier: 'post', dispatchedOn: '2026-11-25' }));
    await t.jobs.drain();
    const before = await papersOf(p.orderId);
    await packed([p.orderId], 30_000);
    await t.jobs.drain();
    expect(await papersOf(p.orderId)).toEqual(before);
    await expect(documents.requestPaper(desk, p.orderId, 'cn23')).rejects.toMatchObject({ code: 'EXPORT_FILE_SENT' });
  });
});

describe('a printing errand that was lost', () => {
  it('is asked for again after a while, and not before', async () => {
    const p = orders.place();
    await ready(p.orderId);
    await t.jobs.drain({ errands: false });
    await t.db.read(`delete from platform.outbox where kind = 'errand' and relayed_at is null`);
    await t.jobs.tick('export-documents.ask-again');
    await t.jobs.drain();
    expect((await documents.exportFile(desk, p.orderId))!.file.state).toBe('drawing');
    t.clock.advance(6 * 60_000);
    await t.jobs.tick('export-documents.ask-again');
    await t.jobs.drain();
    expect((await documents.exportFile(desk, p.orderId))!.file.state).toBe('complete');
  });
});

describe('the whole file in one ZIP', () => {
  it('holds every paper the caller may see, machine copies and checksums, and is the same bytes twice', async () => {
    const p = await drawn();
    const bundle = t.get(BundleService);
    const { name, bytes } = await bundle.zip(await documents.exportFile(desk, p.orderId));
    expect(name).toBe(`export-file-${p.number}.zip`);
    expect(bytes.equals((await bundle.zip(await documents.exportFile(desk, p.orderId))).bytes)).toBe(true);
    const listed = bytes.toString('latin1');
    for (const paper of await papersOf(p.orderId)) expect(listed).toContain(`${paper.number}.pdf`);
    for (const file of ['00-export-file.pdf', 'invoice.xml', 'trade.json', 'lines.csv', 'SHA256SUMS']) expect(listed).toContain(file);
    const buyers = (await bundle.zip(await documents.exportFile(actor('buyer', { accountId: p.buyer.accountId }), p.orderId))).bytes.toString('latin1');
    expect(buyers).not.toContain('DD-2026');
    await expect(documents.exportFile(actor('buyer'), p.orderId)).rejects.toMatchObject({ code: 'EXPORT_FILE_NOT_FOUND' });
  });
});

describe('who sees which paper', () => {
  it('shows whoever holds the key of the letter what the buyer sees, of that order and no other', async () => {
    const [one, other] = [await drawn(), await drawn()];
    const key = [...one.orderId].reverse().join('');
    const seen = (await documents.exportFileByKey(key))!.papers;
    expect(seen.map((p) => p.kind)).toContain('commercial_invoice');
    expect(seen.map((p) => p.kind)).not.toContain('dum_data');
    expect((await documents.paperByKey(key, seen[0]!.id)).row.number).toBe(seen[0]!.number);
    const hidden = (await documents.exportFile(desk, one.orderId))!.papers.find((p) => p.kind === 'dum_data')!;
    const foreign = (await documents.exportFile(desk, other.orderId))!.papers[0]!;
    for (const id of [hidden.id, foreign.id, newId(), 'nothing']) await expect(documents.paperByKey(key, id)).rejects.toMatchObject({ code: 'EXPORT_PAPER_NOT_FOUND' });
    await expect(documents.exportFileByKey('guessed')).rejects.toMatchObject({ code: 'EXPORT_FILE_NOT_FOUND' });
  });

  it('lets the buyer, the exporter and the desk in, and tells the rest there is nothing', async () => {
    const p = await drawn();
    const buyer = actor('buyer', { accountId: p.buyer.accountId });
    const exporter = actor('artisan', { artisanId: p.exporter.id });
    const all = await papersOf(p.orderId);
    const invoice = all.find((x) => x.kind === 'commercial_invoice')!;
    const dum = all.find((x) => x.kind === 'dum_data')!;
    expect((await documents.exportFile(buyer, p.orderId))!.papers.map((x) => x.kind)).not.toContain('dum_data');
    for (const who of [buyer, exporter, desk]) expect((await documents.paper(who, invoice.id)).row.number).toBe(invoice.number);
    await expect(documents.paper(buyer, dum.id)).rejects.toMatchObject({ code: 'EXPORT_PAPER_NOT_FOUND' });
    const stranger = actor(['buyer', 'artisan', 'cluster', 'inspector', 'officer']);
    await expect(documents.paper(stranger, invoice.id)).rejects.toMatchObject({ code: 'EXPORT_PAPER_NOT_FOUND' });
    await expect(documents.exportFile(stranger, p.orderId)).rejects.toMatchObject({ code: 'EXPORT_FILE_NOT_FOUND' });
    await expect(documents.retryPaper(buyer, invoice.id)).rejects.toMatchObject({ code: 'EXPORT_FILE_NOT_FOUND' });
    await expect(documents.paper(desk, 'not-an-id')).rejects.toMatchObject({ code: 'EXPORT_PAPER_NOT_FOUND' });
  });

  it('carries the exporter’s details into the papers that show them', async () => {
    const p = await drawn();
    const exporter = actor('artisan', { artisanId: p.exporter.id });
    await documents.saveExporterDetails(exporter, p.exporter.kind, p.exporter.id, { phone: '+212 535 00 00 00', signatory: 'Khadija Amrani', capacity: 'Export manager' });
    await t.jobs.drain();
    await documents.saveExporterDetails(exporter, p.exporter.kind, p.exporter.id, { exporterFile: 'ART-EXP 2231', representativeEori: 'fr 123 456 789 00012' });
    await t.jobs.drain();
    const invoice = (await papersOf(p.orderId)).find((x) => x.kind === 'commercial_invoice')!;
    expect([invoice.version, invoice.state]).toEqual([3, 'ready']);
    expect(invoice.quoted).toMatchObject({ seller: { signatory: 'Khadija Amrani', phone: '+212 535 00 00 00', exporterFile: 'ART-EXP 2231', representativeEori: 'FR12345678900012' } });
    expect(invoice.problems.map((x) => x.code)).not.toContain('SELLER_INCOMPLETE');
    await expect(documents.saveExporterDetails(actor('artisan', { artisanId: newId() }), p.exporter.kind, p.exporter.id, {})).rejects.toMatchObject({ code: 'EXPORT_EXPORTER_NOT_FOUND' });
    await expect(documents.saveExporterDetails(exporter, p.exporter.kind, p.exporter.id, { ice: '12' })).rejects.toMatchObject({ code: 'INPUT_INVALID', field: 'input.ice' });
  });
});

describe('origin', () => {
  it('goes by a movement certificate above the threshold, and waits for its number', async () => {
    const p = orders.place();
    const dear = { ...p, lines: p.lines.map((l) => ({ ...l, goodsMinor: l.goodsMinor * 10 })), totals: { ...p.totals, goodsMinor: p.totals.goodsMinor * 10, totalMinor: p.totals.totalMinor + p.totals.goodsMinor * 9 } };
    orders.placed.set(p.orderId, dear);
    await ready(p.orderId);
    await t.jobs.drain();
    const view = (await documents.exportFile(desk, p.orderId))!;
    // Data sheet and overlay are what customs endorses the form from: they are printed before there is a number.
    const printed = view.papers.filter((x) => x.kind === 'eur1_data' || x.kind === 'eur1_form').map((x) => x.state);
    const instructions = view.papers.find((x) => x.kind === 'shipping_instructions')!;
    expect([view.file.state, ...printed, instructions.state, instructions.problems[0]!.code]).toEqual(['blocked', 'ready', 'ready', 'failed', 'EUR1_NUMBER_MISSING']);
    for (const none of ['', 'not-an-id', `${p.orderId}\0`]) await expect(documents.recordOrigin(desk, none, 'EUR.1 A 1')).rejects.toMatchObject({ code: 'EXPORT_FILE_NOT_FOUND' });
    await documents.recordOrigin(desk, p.orderId, 'EUR.1 A 123456');
    await t.jobs.drain();
    expect((await documents.exportFile(desk, p.orderId))!.file.state).toBe('complete');
  });

  it('is never declared automatically for the southern regions', async () => {
    const p = orders.place();
    orders.placed.set(p.orderId, { ...p, lines: p.lines.map((l, i) => (i === 0 ? { ...l, originRegion: 'MA-11' } : l)) });
    await ready(p.orderId);
    await t.jobs.drain();
    const invoice = (await papersOf(p.orderId)).find((x) => x.kind === 'commercial_invoice')!;
    expect(invoice.state).toBe('failed');
    expect(invoice.problems.map((x) => x.code)).toContain('ORIGIN_FOR_DESK');
  });
});

describe('numbers', () => {
  it('have no gap and no double under 40 at once, with rollbacks', async () => {
    const drawing = t.get(DrawingService);
    const before = (await t.db.read<{ value: number }>(`select value from platform.counter where series = 'paper:PL:2026'`))[0]!.value;
    const attempts = Array.from({ length: 40 }, (_, i) => i);
    const outcomes = await Promise.allSettled(
      attempts.map(async (i) => {
        const p = orders.place();
        await t.db.write(SYSTEM, async (tx) => {
          await drawing.open(tx, p.orderId);
          if (i % 10 === 3) throw new Error('rolled back');
        });
      }),
    );
    expect(outcomes.filter((o) => o.status === 'rejected')).toHaveLength(4);
    const [series] = await t.db.read<{ count: number; distinct: number; max: number }>(
      `select count(*)::int as count, count(distinct number)::int as distinct, max(substring(number from 9)::int) as max from export_documents.paper where kind = 'packing_list' and version = 1`,
    );
    expect(series!.count).toBe(before + 36);
    expect(series!.distinct).toBe(series!.count);
    expect(series!.max).toBe(series!.count);
    await t.jobs.drain();
  }, 120_000);

  it('stay the same when printing fails between number and file', async () => {
    const renderer = t.get(TypstRenderer);
    const real = renderer.render.bind(renderer);
    renderer.render = async () => {
      throw new Error('the machine went away');
    };
    const p = orders.place();
    await ready(p.orderId);
    await expect(t.jobs.drain()).rejects.toThrow('went away');
    const before = await t.db.read<{ kind: string; number: string }>(`select kind, number from export_documents.paper where order_id = $1 order by kind`, [p.orderId]);
    renderer.render = real;
    await t.jobs.drain();
    expect((await documents.exportFile(desk, p.orderId))!.file.state).toBe('complete');
    expect((await papersOf(p.orderId)).flatMap((x) => x.problems).map((x) => x.code)).not.toContain('RENDER_FAILED');
    expect(await t.db.read(`select kind, number from export_documents.paper where order_id = $1 order by kind`, [p.orderId])).toEqual(before);
  });
});
