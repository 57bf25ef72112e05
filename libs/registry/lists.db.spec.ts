import { newId, SYSTEM, type Actor } from '#libs/kernel';
import { actor, testHouse, TODAY, type TestHouse } from '../../test/database.js';
import type { BetweenQueries } from './between.queries.js';
import { ConsentsQueries } from './consents/consents.queries.js';
import { cells, extractOf } from './extract/register.fixtures.js';
import { registryRoom, RegisterImport } from './index.js';
import { MandatesQueries } from './mandates/mandates.queries.js';

const CLUSTER = newId();
const OTHER = newId();
const agent = (organisationId: string): Actor => actor('cluster', { memberships: [{ kind: 'cluster', organisationId }] });

describe('what stands between artisans and their agents', () => {
  let t: TestHouse;
  let people: { id: string; identifier: string }[];
  const holder = (which: number): Actor => actor('artisan', { artisanId: people[which]!.id });

  beforeAll(async () => {
    t = await testHouse([registryRoom]);
    await t.get(RegisterImport).run(SYSTEM, extractOf(cells({ identifier: 'A1' }), cells({ identifier: 'A2' })), { fileName: 'x.csv', now: TODAY, refused: () => undefined });
    people = await t.db.read('select id, identifier from registry.artisan order by identifier');
    for (let n = 0; n < 12; n++) {
      const [mandateId, artisanId] = [newId(), people[n % 2]!.id];
      const agentId = n < 10 ? CLUSTER : OTHER;
      // Three of the same instant: the id decides among them.
      const at = new Date(TODAY.getTime() - Math.floor(n / 3) * 60_000);
      await t.db.read(
        `insert into registry.mandate (id, artisan_id, agent_kind, agent_id, acts, valid_from, valid_until, state, proposed_by, proposed_at, code_hash, code_until)
         values ($1,$2,'cluster',$3,'{price}','2026-01-01','2026-12-31',$4,'Agent',$5,'x',$5)`,
        [mandateId, artisanId, agentId, n % 4 === 0 ? 'proposed' : 'live', at],
      );
      await t.db.read(
        `insert into registry.consent (id, mandate_id, artisan_id, act, subject_id, words, terms, state, agent_name, asked_at, code_hash, code_until, ended_at, agent_kind, agent_id)
         values ($1,$2,$3,'price',$1,'{"en":"x","fr":"x","ar":"x"}','{}',$4,'Agent',$5,'x',$5,$6,'cluster',$7)`,
        [newId(), mandateId, artisanId, n % 4 === 0 ? 'waiting' : 'given', at, n % 4 === 0 ? null : at, agentId],
      );
    }
  });
  afterAll(() => t.close());

  describe.each([
    ['mandates', () => t.get(MandatesQueries) as BetweenQueries<string, { id: string; artisanId: string; state: string }>, ['proposed', 'live']],
    ['proposals', () => t.get(ConsentsQueries) as BetweenQueries<string, { id: string; artisanId: string; state: string }>, ['waiting', 'given']],
  ] as const)('%s', (_, lists, [first, second]) => {
    const all = { first: 100, after: null };
    const ids = async (asked: object, agentId = CLUSTER): Promise<string[]> => (await lists().ofAgent(agent(agentId), { agentKind: 'cluster', agentId }, { ...all, ...asked })).nodes.map(({ id }) => id);

    it('are walked page by page, newest or oldest first, nothing lost between', async () => {
      const newest = await ids({});
      expect(newest).toHaveLength(10);
      expect(await ids({ oldest: true })).toEqual([...newest].reverse());
      const seen: string[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const page = await lists().ofAgent(agent(CLUSTER), { agentKind: 'cluster', agentId: CLUSTER }, { first: 3, after });
        seen.push(...page.nodes.map(({ id }) => id));
        [after, more] = [page.endCursor, page.hasNextPage];
      }
      expect(seen).toEqual(newest);
    });

    it('are narrowed by state and by artisan, and name her', async () => {
      expect(await ids({ state: first })).toHaveLength(3);
      expect(await ids({ state: second })).toHaveLength(7);
      expect(await ids({ artisanId: people[1]!.id })).toHaveLength(5);
      expect(await ids({ artisanId: 'nobody' })).toEqual([]);
      const { nodes } = await lists().ofAgent(agent(CLUSTER), { agentKind: 'cluster', agentId: CLUSTER }, all);
      for (const line of nodes) expect((await lists().whom(line)).id).toBe(line.artisanId);
    });

    it('are each side’s own', async () => {
      expect((await lists().ofArtisan(holder(0), all)).nodes).toHaveLength(6);
      expect((await lists().ofArtisan(holder(1), { ...all, state: first })).nodes).toEqual([]);
      expect((await lists().ofArtisan(actor('artisan'), all)).nodes).toEqual([]);
      expect(await ids({}, OTHER)).toHaveLength(2);
      await expect(lists().ofAgent(agent(OTHER), { agentKind: 'cluster', agentId: CLUSTER }, all)).rejects.toMatchObject({ code: 'MANDATE_NOT_FOUND' });
      await expect(lists().ofAgent(agent(CLUSTER), { agentKind: 'cluster', agentId: CLUSTER }, { ...all, after: 'bm90IG91cnM' })).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
    });
  });
});
