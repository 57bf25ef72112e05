import { Injectable } from '@nestjs/common';
import { OnErrand } from '#libs/platform';
import { closeSession, SessionsService } from './sessions.service.js';

@Injectable()
export class TrainingJobs {
  constructor(private readonly sessions: SessionsService) {}

  @OnErrand(closeSession)
  async closeForgotten(payload: { sessionId: string; endsOn: string }): Promise<void> {
    await this.sessions.closeForgotten(payload);
  }
}
