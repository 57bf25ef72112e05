import { Injectable, Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { SYSTEM } from '#libs/kernel';
import { Database, errand, OnErrand, PlatformModule, readConfig, type Room } from '#libs/platform';
import { dropDatabase, freshDatabase } from '../../../test/database.js';

const picture = errand<{ n: number }>('apart-test.picture', { queue: 'cpu' });
const paper = errand<{ n: number }>('apart-test.paper', { queue: 'papers' });

@Injectable()
class Workshop {
  readonly done: string[] = [];
  /** Pictures take as long as the test wants them to. */
  open!: () => void;
  private readonly opened = new Promise<void>((open) => (this.open = open));

  @OnErrand(picture)
  async picture({ n }: { n: number }): Promise<void> {
    await this.opened;
    this.done.push(`picture ${n}`);
  }

  @OnErrand(paper)
  async paper({ n }: { n: number }): Promise<void> {
    this.done.push(`paper ${n}`);
  }
}

@Module({ providers: [Workshop] })
class WorkshopModule {}
const room: Room = { name: 'apart-test', module: WorkshopModule, entities: [], migrations: [], errors: {} };

describe('papers beside pictures', () => {
  let url: string;
  let app: INestApplicationContext;

  beforeAll(async () => {
    url = await freshDatabase([]);
    const config = readConfig({ NODE_ENV: 'test', DATABASE_URL: url, SECRET: 'only-for-tests-only-for-tests-only', LOG_LEVEL: 'silent' });
    @Module({ imports: [PlatformModule.forRoot({ config, rooms: [room] }), WorkshopModule] })
    class House {}
    app = await NestFactory.createApplicationContext(House, { logger: false, abortOnError: false });
  });
  afterAll(async () => {
    app.get(Workshop, { strict: false }).open();
    await app.close();
    await dropDatabase(url);
  });

  it('are printed while sixty pictures, sent before them, keep every picture worker busy', async () => {
    const [db, workshop] = [app.get(Database, { strict: false }), app.get(Workshop, { strict: false })];
    const settled = async (many: number): Promise<void> => {
      for (let waited = 0; waited < 15_000 && workshop.done.length < many; waited += 20) await new Promise((resolve) => setTimeout(resolve, 20));
    };
    await db.write(SYSTEM, async (tx) => {
      for (let n = 0; n < 60; n++) await tx.send(picture, { n });
    });
    await db.write(SYSTEM, async (tx) => {
      for (let n = 0; n < 5; n++) await tx.send(paper, { n });
    });
    await settled(5);
    expect([...workshop.done].sort()).toEqual(Array.from({ length: 5 }, (_, n) => `paper ${n}`));
    workshop.open();
    await settled(65);
    expect(workshop.done).toHaveLength(65);
  });
});
