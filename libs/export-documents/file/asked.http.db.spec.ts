import { jest } from '@jest/globals';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { IdentityService, identityRoom } from '#libs/identity';
import { SYSTEM, type Actor } from '#libs/kernel';
import type { Room } from '#libs/platform';
import { createApp } from '../../../apps/api/app.js';
import { actor, testHouse, type TestHouse } from '../../../test/database.js';
import { exportDocumentsErrors } from '../export-documents.errors.js';
import { EXPORT_DOCUMENTS } from '../export-documents.providers.js';
import { ExportDocumentsResolver } from '../export-documents.resolver.js';
import { EXPORT_DOCUMENTS_MIGRATIONS } from '../migrations/all.js';
import { PlacedOrders } from '../trade-source.fixtures.js';
import { TradeSource } from '../trade/trade.source.js';

const orders = new PlacedOrders();

@Module({ providers: [...EXPORT_DOCUMENTS, ExportDocumentsResolver, { provide: TradeSource, useValue: orders }] })
class PapersAlone {}
const rooms: Room[] = [identityRoom, { name: 'export-documents', module: PapersAlone, entities: [], migrations: EXPORT_DOCUMENTS_MIGRATIONS, errors: exportDocumentsErrors.definitions }];

let t: TestHouse;
let app: NestFastifyApplication;
beforeAll(async () => {
  t = await testHouse(rooms);
  app = await createApp({ ...t.config, ROLE: 'api' }, { rooms });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
afterAll(async () => {
  await app.close();
  await t.close();
});

interface Seen {
  readonly state: string;
  readonly askable: { kind: string; title: string }[];
  readonly asked: { kind: string; title: string }[];
  readonly papers: { kind: string; state: string; rules: { why: string; source: string; checkedOn: string; confidence: string }[] }[];
}
interface Answer {
  readonly data: Record<string, Seen> | null;
  readonly errors?: { message: string; extensions: { code: string; field?: string } }[];
}
const FILE = `{ state askable { kind title } asked { kind title } papers { kind state rules { why source checkedOn confidence } } }`;

async function ask(who: Actor, query: string, variables: object): Promise<Answer> {
  jest.spyOn(app.get(IdentityService, { strict: false }), 'actorOf').mockResolvedValue(who);
  const answer = await app.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json' }, payload: JSON.stringify({ query, variables }) });
  return answer.json<Answer>();
}
const desk = (locale: 'en' | 'fr' | 'ar'): Actor => actor('desk', { locale });

describe('why a paper is in the file', () => {
  let orderId: string;
  beforeAll(async () => {
    ({ orderId } = orders.place());
    await t.db.write(SYSTEM, (tx) => tx.publish('OrderReady', { orderId }));
    await t.jobs.drain();
  });
  const change = (verb: 'requestPaper' | 'dropPaper', kind: string, who = desk('fr')): Promise<Answer> => ask(who, `mutation ($orderId: ID!, $kind: PaperKind!) { ${verb}(orderId: $orderId, kind: $kind) ${FILE} }`, { orderId, kind });

  it('is told with the rule, its source and how sure it is, in the reader’s language', async () => {
    const said = [
      ['en', 'every destination clears on it', '19 CFR 141.86; Union Customs Code implementing rules'],
      ['fr', 'toute destination dédouane sur ce document', '19 CFR 141.86 ; dispositions d’application du code des douanes de l’Union'],
      ['ar', 'بها تُعشَّر البضاعة في كل وجهة', '19 CFR 141.86؛ أحكام تطبيق مدونة جمارك الاتحاد الأوروبي'],
    ] as const;
    for (const [locale, why, source] of said) {
      const { data } = await ask(desk(locale), `query ($orderId: ID!) { exportFile(orderId: $orderId) ${FILE} }`, { orderId });
      const file = data!['exportFile']!;
      expect(file.papers.find((p) => p.kind === 'commercial_invoice')!.rules).toEqual([{ why, source, checkedOn: '2026-11-24', confidence: 'general-knowledge' }]);
      expect(file.papers.every((p) => p.rules.length > 0)).toBe(true);
      expect(file.asked).toEqual([]);
    }
  });

  it('a paper no rule requires is asked for by hand, and taken back when nobody needs it after all', async () => {
    const with_ = (await change('requestPaper', 'bill_of_lading_draft')).data!['requestPaper']!;
    expect(with_.papers.find((p) => p.kind === 'bill_of_lading_draft')).toMatchObject({ state: 'failed', rules: [] });
    expect(with_).toMatchObject({ state: 'blocked', asked: [{ kind: 'bill_of_lading_draft' }] });
    expect(with_.askable.map((p) => p.kind)).not.toContain('bill_of_lading_draft');

    const without = (await change('dropPaper', 'bill_of_lading_draft')).data!['dropPaper']!;
    await t.jobs.drain();
    expect(without.asked).toEqual([]);
    expect(without.papers.map((p) => p.kind)).not.toContain('bill_of_lading_draft');
    expect(without.askable.map((p) => p.kind)).toContain('bill_of_lading_draft');
  });

  it('what a rule requires cannot be taken back', async () => {
    const { errors } = await change('dropPaper', 'commercial_invoice');
    expect(errors).toMatchObject([{ extensions: { code: 'EXPORT_PAPER_NOT_ASKED', field: 'kind' }, message: 'Personne n’a demandé Facture commerciale : s’il est au dossier, une règle l’exige.' }]);
  });

  it('a wrong number of carriage is refused in the reader’s language, whole', async () => {
    const { errors } = await ask(desk('fr'), `mutation ($orderId: ID!) { recordTransport(orderId: $orderId, input: { way: post, number: "RB123456786MA" }) { state } }`, { orderId });
    expect(errors).toMatchObject([{ message: 'Ce numéro n’est pas correct : son chiffre de contrôle ne correspond pas.', extensions: { code: 'EXPORT_CARRIAGE_NUMBER', field: 'input.number' } }]);
  });
});
