import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { calculateJwkThumbprint, CompactSign, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { z } from 'zod';
import { freeText, SYSTEM, type Actor } from '#libs/kernel';
import { CONFIG, Database, parse, type Config, type Tx } from '#libs/platform';
import { certificationErrors } from '../certification.errors.js';
import { didOf } from './passport.js';
import type { DidDocument } from './passport.verifier.js';

/** A key as the administration sees it. */
export interface PublishedKey {
  readonly kid: string;
  readonly madeAt: Date;
  readonly retiredAt: Date | null;
  readonly compromisedAt: Date | null;
}

const rotation = z.object({ kid: z.string().max(100), compromised: z.boolean(), reason: z.string().transform((text) => freeText(text, 500, 'input.reason')) });

interface KeyRow {
  readonly kid: string;
  readonly public_jwk: JWK;
  readonly sealed: Buffer;
}

/**
 * The keys that sign passports. The private half lies sealed under the house's secret; public halves are published
 * for good, so that a passport signed by a retired key can still be checked.
 */
@Injectable()
export class SigningKeysService {
  private readonly lock: Buffer;
  readonly did: string;

  constructor(
    private readonly db: Database,
    @Inject(CONFIG) config: Config,
  ) {
    this.lock = Buffer.from(hkdfSync('sha256', config.SECRET, '', 'passport-signing-keys', 32));
    this.did = didOf(config.publicUrl);
  }

  /** A credential as a JWT of media type `vc+jwt` (W3C Securing Verifiable Credentials using JOSE and COSE, 2025). */
  async sign(credential: object): Promise<string> {
    const { kid, jwk } = await this.current();
    const key = await importJWK(jwk, 'ES256');
    return new CompactSign(new TextEncoder().encode(JSON.stringify(credential))).setProtectedHeader({ alg: 'ES256', typ: 'vc+jwt', cty: 'vc', kid: `${this.did}#${kid}` }).sign(key);
  }

  async didDocument(): Promise<DidDocument & { '@context': string[] }> {
    await this.current();
    const keys = await this.db.read<KeyRow>('select kid, public_jwk, sealed from certification.signing_key where compromised_at is null order by made_at desc, kid');
    const methods = keys.map(({ kid, public_jwk }) => ({ id: `${this.did}#${kid}`, type: 'JsonWebKey', controller: this.did, publicKeyJwk: public_jwk }));
    return { '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/jwk/v1'], id: this.did, verificationMethod: methods, assertionMethod: methods.map((method) => method.id) };
  }

  keysMade(): Promise<PublishedKey[]> {
    return this.db.read<PublishedKey>('select kid, made_at as "madeAt", retired_at as "retiredAt", compromised_at as "compromisedAt" from certification.signing_key order by (retired_at is not null), made_at desc, kid');
  }

  /**
   * Another key signs from now on. What the one before signed stays good; but one that may be in strange hands is no longer published,
   * and nothing that it signed passes: passports are signed anew whenever they are fetched. Asked again, it is the same change.
   */
  async rotate(actor: Actor, input: z.input<typeof rotation>): Promise<PublishedKey[]> {
    const { kid, compromised, reason } = parse(rotation, input);
    await this.db.write(actor, async (tx) => {
      await tx.query('lock table certification.signing_key in exclusive mode');
      const [key] = await tx.query<{ retiredAt: Date | null; compromisedAt: Date | null }>('select retired_at as "retiredAt", compromised_at as "compromisedAt" from certification.signing_key where kid = $1', [kid.replaceAll('\0', ' ')]);
      if (!key) throw certificationErrors.PASSPORT_KEY_UNKNOWN({}, 'input.kid');
      if (key.retiredAt !== null && (key.compromisedAt !== null || !compromised)) return;
      await tx.query('update certification.signing_key set retired_at = coalesce(retired_at, $2), compromised_at = coalesce(compromised_at, $3) where kid = $1', [kid, tx.now, compromised ? tx.now : null]);
      await tx.audit({ action: 'passport.key', subject: { type: 'signing-key', id: kid }, detail: { retired: true, compromised, reason } });
      if (key.retiredAt === null) await this.make(tx);
    });
    return this.keysMade();
  }

  private async current(): Promise<{ kid: string; jwk: JWK }> {
    const [row] = await this.db.read<KeyRow>('select kid, public_jwk, sealed from certification.signing_key where retired_at is null');
    return (row && this.unseal(row)) ?? this.db.write(SYSTEM, (tx) => this.make(tx));
  }

  /** The first key, or a new one where the secret that sealed the last is gone. Processes that start together make one. */
  private async make(tx: Tx): Promise<{ kid: string; jwk: JWK }> {
    await tx.query('lock table certification.signing_key in exclusive mode');
    const [row] = await tx.query<KeyRow>('select kid, public_jwk, sealed from certification.signing_key where retired_at is null');
    const existing = row && this.unseal(row);
    if (existing) return existing;
    await tx.query('update certification.signing_key set retired_at = $1 where retired_at is null', [tx.now]);
    const pair = await generateKeyPair('ES256', { extractable: true });
    const publicJwk = await exportJWK(pair.publicKey);
    const jwk = await exportJWK(pair.privateKey);
    const kid = await calculateJwkThumbprint(publicJwk);
    await tx.query('insert into certification.signing_key (kid, public_jwk, sealed, made_at) values ($1,$2,$3,$4)', [kid, JSON.stringify({ ...publicJwk, alg: 'ES256' }), this.seal(jwk), tx.now]);
    await tx.audit({ action: 'passport.key', subject: { type: 'signing-key', id: kid } });
    return { kid, jwk };
  }

  private seal(jwk: JWK): Buffer {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.lock, iv);
    const body = Buffer.concat([cipher.update(JSON.stringify(jwk)), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]);
  }

  private unseal({ kid, sealed }: KeyRow): { kid: string; jwk: JWK } | undefined {
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.lock, sealed.subarray(0, 12)).setAuthTag(sealed.subarray(12, 28));
      return { kid, jwk: JSON.parse(Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString()) as JWK };
    } catch {
      // Sealed under another secret: it can sign no more, and `make` retires it.
      return undefined;
    }
  }
}
