import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { SYSTEM } from '#libs/kernel';
import { Mail } from '#libs/platform';
import { testHouse } from '../../../test/database.js';

describe('mail by SMTP', () => {
  it('leaves once, in any script, and stays unsent while the server refuses', async () => {
    const received: string[] = [];
    let refuse = true;
    const smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _session, done) => void text(stream).then((letter) => (refuse ? done(new Error('busy')) : (received.push(letter), done()))),
    });
    await new Promise<void>((ready) => smtp.listen(0, '127.0.0.1', ready));
    const house = await testHouse([], { SMTP_URL: `smtp://127.0.0.1:${smtp.server.address().port}` });
    try {
      await house.db.write(SYSTEM, (tx) => house.get(Mail).post(tx, { to: 'claire@example.org', subject: 'طلبك', body: 'شكراً، Merci.' }));
      await expect(house.jobs.drain()).rejects.toThrow();
      expect(await house.db.read(`select sent_at, body from platform.mail`)).toEqual([{ sent_at: null, body: 'شكراً، Merci.' }]);
      refuse = false;
      await house.jobs.drain();
      await house.jobs.drain();
      expect(received).toHaveLength(1);
      expect(received[0]).toMatch(/To: claire@example.org/);
      expect(received[0]).toMatch(/Subject: =\?UTF-8\?/);
      const [mail] = await house.db.read<{ sent: boolean; body: string }>(`select sent_at is not null as sent, body from platform.mail`);
      // Codes and keys do not stay behind once the letter has left.
      expect(mail).toEqual({ sent: true, body: '' });
    } finally {
      await house.close();
      await new Promise<void>((closed) => smtp.close(closed));
    }
  });
});
