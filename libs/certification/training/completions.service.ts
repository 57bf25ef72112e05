import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';
import { normaliseNumber } from '../certificate/certificate.js';
import { WHOSE } from '../inspection/inspectors.service.js';
import { FILLED, SESSION, type SessionRow } from './training.rows.js';

/** With what its page shows beside it: the training, and its holder. */
export interface Completion {
  readonly number: string;
  readonly issuedOn: string;
  readonly assessorName: string;
  readonly session: SessionRow;
  readonly artisan: { readonly id: string };
}

type Row = SessionRow & Pick<Completion, 'number' | 'issuedOn' | 'assessorName'> & { readonly whose: Completion['artisan'] };

const COMPLETION = `select k.number, k.issued_on as "issuedOn", k.assessor_name as "assessorName", ${WHOSE}, ${SESSION}, ${FILLED} from certification.completion k join certification.training_session s on s.id = k.session_id`;

/** Certificates of completion, for whoever holds one in the hand. */
@Injectable()
export class CompletionsService {
  constructor(private readonly db: Database) {}

  /** By its number as people type it; null when no centre issued it. */
  async byNumber(number: string): Promise<Completion | null> {
    const [row] = await this.db.prepared<Row>('certification.completion', `${COMPLETION} where k.number = $1`, [normaliseNumber(number)]);
    return row ? { number: row.number, issuedOn: row.issuedOn, assessorName: row.assessorName, session: row, artisan: row.whose } : null;
  }

  async ofEnrolment(enrolmentId: string): Promise<string | null> {
    const [found] = await this.db.prepared<{ number: string }>('certification.completion-of-enrolment', 'select number from certification.completion where enrolment_id = $1', [enrolmentId]);
    return found?.number ?? null;
  }
}
