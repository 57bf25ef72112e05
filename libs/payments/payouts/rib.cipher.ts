import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Bank details at rest: AES-256-GCM under a key derived from the house's secret for this use alone. The owner is
 * bound to the text, so a row copied to another owner does not open.
 */
export class RibCipher {
  private readonly key: Buffer;
  private readonly markKey: Buffer;

  constructor(secret: string) {
    this.key = Buffer.from(hkdfSync('sha256', secret, 'dar-sanaa', 'payments.payout-account.1', 32));
    this.markKey = Buffer.from(hkdfSync('sha256', secret, 'dar-sanaa', 'payments.payout-account.mark.1', 32));
  }

  /** The same digits of the same owner always give the same mark: a change is seen without opening anything. */
  mark(digits: string, owner: string): Buffer {
    return createHmac('sha256', this.markKey).update(`${owner}\n${digits}`).digest();
  }

  seal(digits: string, owner: string): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([cipher.update(digits, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** Throws when the text was changed, belongs to another owner, or was sealed under another secret. */
  open(sealed: Buffer, owner: string): string {
    const decipher = createDecipheriv('aes-256-gcm', this.key, sealed.subarray(0, 12)).setAAD(Buffer.from(owner));
    decipher.setAuthTag(sealed.subarray(12, 28));
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
  }
}
