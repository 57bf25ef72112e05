import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { SYSTEM } from '#libs/kernel';
import { testHouse, type TestHouse } from '../../../test/database.js';
import { identityRoom } from '../index.js';
import { SandboxTexts, TextGateway, TwilioTexts } from './texts.gateway.js';
import { Texts, textGateway } from './texts.service.js';

/** Stands for the carrier: what it was asked, and what it answers next. */
const asked: { path: string; authorization: string | undefined; form: Record<string, string> }[] = [];
let next: { status: number; body: object } = { status: 201, body: { sid: 'SM1' } };
let carrier: Server;
let url: string;
beforeAll(async () => {
  carrier = createServer((request, response) => {
    void text(request).then((body) => {
      asked.push({ path: request.url!, authorization: request.headers.authorization, form: Object.fromEntries(new URLSearchParams(body)) });
      response.writeHead(next.status, { 'content-type': 'application/json' }).end(JSON.stringify(next.body));
    });
  });
  await new Promise<void>((ready) => carrier.listen(0, '127.0.0.1', ready));
  url = `http://AC1:to%2Fken@127.0.0.1:${(carrier.address() as { port: number }).port}?from=DarSanaa`;
});
afterAll(() => new Promise((closed) => carrier.close(closed)));
beforeEach(() => {
  asked.length = 0;
  next = { status: 201, body: { sid: 'SM1' } };
});

describe.each<[string, () => TextGateway]>([['the sandbox', () => new SandboxTexts()], ['Twilio', () => new TwilioTexts({ url })]])('%s', (_name, gateway) => {
  it('takes a text of any script', async () => {
    await expect(gateway().carry('+212612345678', 'رمزك 123456')).resolves.toBeUndefined();
  });
});

describe('texts by a carrier', () => {
  it('are asked for as its page says', async () => {
    await new TwilioTexts({ url }).carry('+212612345678', 'رمزك 123456');
    expect(asked).toEqual([{
      path: '/2010-04-01/Accounts/AC1/Messages.json',
      authorization: `Basic ${Buffer.from('AC1:to/ken').toString('base64')}`,
      form: { To: '+212612345678', From: 'DarSanaa', Body: 'رمزك 123456' },
    }]);
  });

  it('fail without a word of what they said', async () => {
    next = { status: 500, body: { message: 'your code is 123456' } };
    await expect(new TwilioTexts({ url }).carry('+212612345678', 'x')).rejects.toThrow('status 500, code none');
    next = { status: 400, body: { code: 21211, message: 'invalid To' } };
    await expect(new TwilioTexts({ url }).carry('+212612345678', 'x')).rejects.toMatchObject({ code: 'PHONE_NUMBER_WRONG' });
  });

  it('are a sandbox until the environment names one', async () => {
    const house = await testHouse([identityRoom]);
    try {
      expect(textGateway(house.config)).toBeInstanceOf(SandboxTexts);
      expect(textGateway({ ...house.config, SMS_URL: url })).toBeInstanceOf(TwilioTexts);
    } finally {
      await house.close();
    }
  });
});

describe('the outbox of texts', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await testHouse([identityRoom]);
  });
  afterAll(() => house.close());
  const post = async (texts: Texts): Promise<void> => {
    await house.db.write(SYSTEM, (tx) => texts.post(tx, '+212612345678', 'code 123456'));
  };

  it('carries once, forgets the words after, and puts no code into a job', async () => {
    const texts = new Texts(house.db, new TwilioTexts({ url }), { ...house.config, DEMO: false });
    await post(texts);
    const [job] = await house.db.read<{ payload: { textId: string } }>(`select payload from platform.outbox where name = 'identity.send-text'`);
    expect(Object.keys(job!.payload)).toEqual(['textId']);
    next = { status: 503, body: {} };
    await expect(texts.send(job!.payload)).rejects.toThrow('status 503');
    next = { status: 201, body: {} };
    await texts.send(job!.payload);
    await texts.send(job!.payload);
    expect(asked).toHaveLength(2);
    expect(await house.db.read('select body, taken from identity.text_message')).toEqual([{ body: null, taken: true }]);
  });
});
