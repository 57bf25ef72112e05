import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import { normaliseNumber } from '../certificate/certificate.js';

export interface Completion {
  readonly number: string;
  readonly sessionId: string;
  readonly artisanId: string;
  readonly issuedOn: string;
  readonly assessorName: string;
}

const COMPLETION = `select number, session_id as "sessionId", artisan_id as "artisanId", issued_on as "issuedOn", assessor_name as "assessorName" from certification.completion`;

/** Certificates of completion, for whoever holds one in the hand. */
@Injectable()
export class CompletionsService {
  constructor(private readonly db: Database) {}

  /** By its number as people type it; null when no centre issued it. */
  async byNumber(number: string): Promise<Completion | null> {
    const [found] = await this.db.prepared<Completion>('certification.completion', `${COMPLETION} where number = $1`, [normaliseNumber(number)]);
    return found ?? null;
  }

  async ofEnrolment(enrolmentId: string): Promise<string | null> {
    const [found] = await this.db.prepared<{ number: string }>('certification.completion-of-enrolment', 'select number from certification.completion where enrolment_id = $1', [enrolmentId]);
    return found?.number ?? null;
  }
}
