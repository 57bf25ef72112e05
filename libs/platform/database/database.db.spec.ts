import { Module, Injectable } from '@nestjs/common';
import { fold, newId, SYSTEM } from '#libs/kernel';
import type { Fact } from '#libs/facts';
import { Database, errand, Mail, OnErrand, OnFact, type Room, type Tx } from '#libs/platform';
import { actor, testHouse, type TestHouse } from '../../../test/database.js';

const ring = errand<{ bell: string }>('test.ring');

@Injectable()
class Bells {
  readonly heard: string[] = [];
  readonly rung: string[] = [];

  @OnFact('OrderReady', 'test.bells')
  async onReady(fact: Fact<'OrderReady'>, tx: Tx): Promise<void> {
    this.heard.push(fact.payload.orderId);
    await tx.send(ring, { bell: fact.payload.orderId });
  }

  @OnErrand(ring)
  async ring({ bell }: { bell: string }): Promise<void> {
    this.rung.push(bell);
  }
}

@Module({ providers: [Bells] })
class BellsModule {}

const bellsRoom: Room = { name: 'bells', module: BellsModule, entities: [], migrations: [], errors: {} };

describe('the database and its outbox', () => {
  let house: TestHouse;
  let db: Database;
  beforeAll(async () => {
    house = await testHouse([bellsRoom]);
    db = house.db;
  });
  afterAll(() => house.close());

  it('says a fact to its hearer once, and the errand it sends, after commit', async () => {
    const orderId = newId();
    await db.write(SYSTEM, (tx) => tx.publish('OrderReady', { orderId }));
    await house.jobs.drain();
    await house.jobs.drain();
    const bells = house.get(Bells);
    expect(bells.heard).toEqual([orderId]);
    expect(bells.rung).toEqual([orderId]);
  });

  it('says nothing when the transaction rolls back', async () => {
    const before = house.get(Bells).heard.length;
    await expect(
      db.write(SYSTEM, async (tx) => {
        await tx.publish('OrderReady', { orderId: newId() });
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    await house.jobs.drain();
    expect(house.get(Bells).heard).toHaveLength(before);
  });

  it('numbers without gaps or doubles under forty writers of which some roll back', async () => {
    const numbers: number[] = [];
    await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        db
          .write(SYSTEM, async (tx) => {
            const n = await tx.nextNumber('test:2026');
            if (i % 4 === 0) throw new Error('rolled back');
            return n;
          })
          .then((n) => numbers.push(n))
          .catch(() => undefined),
      ),
    );
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
  });

  it('answers a repeated command from memory and refuses its id for another', async () => {
    const person = actor('buyer');
    const id = newId();
    let times = 0;
    const run = (input: object) => db.write(person, (tx) => tx.once(id, input, async () => ({ n: ++times })));
    expect(await run({ a: 1 })).toEqual({ n: 1 });
    expect(await run({ a: 1 })).toEqual({ n: 1 });
    await expect(run({ a: 2 })).rejects.toMatchObject({ code: 'COMMAND_REUSED' });
    expect(times).toBe(1);
  });

  it('restarts a whole transaction on a deadlock', async () => {
    await db.read(`create table if not exists public.pair (id int primary key, n int not null default 0)`);
    await db.read(`insert into public.pair (id) values (1), (2) on conflict do nothing`);
    const bump = (first: number, second: number) =>
      db.write(SYSTEM, async (tx) => {
        await tx.query(`update public.pair set n = n + 1 where id = $1`, [first]);
        await new Promise((resolve) => setTimeout(resolve, 30));
        await tx.query(`update public.pair set n = n + 1 where id = $1`, [second]);
      });
    await Promise.all([bump(1, 2), bump(2, 1)]);
    expect(await db.read(`select sum(n)::int as n from public.pair`)).toEqual([{ n: 4 }]);
  });

  it('keeps the audit trail as it was written', async () => {
    await db.write(actor('admin'), (tx) => tx.audit({ action: 'test', subject: { type: 'thing', id: '1' } }));
    await expect(db.read(`update platform.audit set action = 'other'`)).rejects.toThrow(/keeps every row/);
    await expect(db.read(`delete from platform.audit`)).rejects.toThrow(/keeps every row/);
  });

  it('folds names alike in TypeScript and in SQL', async () => {
    for (const name of ['Fatima-Zahra Oubellà', 'أحمد الإدريسي', 'زهرة ـــ أوبلّا', 'ÉLODIE', 'مُحَمَّد', 'فاطمة ٣', 'ⵣⴰⵀⵔⴰ', "d'Agadir"]) {
      const [row] = await db.read<{ f: string }>(`select platform.fold($1) as f`, [name]);
      expect(row!.f).toBe(fold(name));
    }
  });

  it('puts mail in the mailbox with only its id in the queue', async () => {
    await db.write(SYSTEM, (tx) => house.get(Mail).post(tx, { to: 'a@example.org', subject: 'Hello\r\nBcc: x@example.org', body: 'Words' }));
    await house.jobs.drain();
    const [mail] = await db.read<{ subject: string; sent: boolean }>(`select subject, sent_at is not null as sent from platform.mail order by id desc limit 1`);
    expect(mail).toEqual({ subject: 'Hello Bcc: x@example.org', sent: true });
    expect(await db.read(`select 1 from platform.outbox where payload::text like '%example.org%'`)).toEqual([]);
  });
});
