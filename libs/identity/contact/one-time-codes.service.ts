import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#libs/platform';
import { identityErrors } from '../identity.errors.js';

/** What is kept of a code: never the code. */
export interface CodeSecret {
  readonly hash: string;
  readonly tries: number;
  readonly until: Date;
}

/** Wrong codes that end one. */
export const CODE_TRIES = 5;

/**
 * Six digits that prove a yes or an address. Six digits are guessed offline in no time, so the hash is keyed with the
 * secret of the house and bound to what the code is for: a code of one thing is no code of another.
 */
@Injectable()
export class OneTimeCodes {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** `subject` names what the code is for: `mandate:<id>`. */
  fresh(subject: string): { code: string; hash: string } {
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    return { code, hash: this.hash(subject, code) };
  }

  /** Whether the typed code is right, or how many tries are left after this one; `over` when it no longer counts. What is no code at all, an empty box, costs no try. */
  judge(secret: CodeSecret, subject: string, typed: string, now: Date): 'right' | 'over' | number {
    if (secret.tries >= CODE_TRIES || secret.until < now) return 'over';
    const digits = typed.replace(/[\u0660-\u0669]/g, (d) => String(d.charCodeAt(0) - 0x0660)).replace(/\D/g, '');
    if (digits.length !== 6) throw identityErrors.CODE_SHAPE({}, 'input.code');
    return timingSafeEqual(Buffer.from(secret.hash), Buffer.from(this.hash(subject, digits))) ? 'right' : CODE_TRIES - 1 - secret.tries;
  }

  private hash(subject: string, code: string): string {
    return createHmac('sha256', this.config.SECRET).update(`${subject}:${code}`).digest('hex');
  }
}
