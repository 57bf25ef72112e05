import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, type Tx } from '#libs/platform';
import { ChecklistsService } from '../checklist/checklists.service.js';
import { MakerLetters } from '../maker-letters.service.js';
import { trainingLetter, type TrainingOccasion } from './letters.js';
import type { Session } from './training.js';
import type { Locale } from '#libs/kernel';

@Injectable()
export class TrainingLettersService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly checklists: ChecklistsService,
    private readonly makers: MakerLetters,
  ) {}

  /** `detail` may differ by language: what was not met is said in the learner's. */
  async tell(tx: Tx, session: Session, artisanId: string, occasion: TrainingOccasion, detail: string | ((locale: Locale) => string) = ''): Promise<void> {
    const centre = await this.checklists.centre(session.centreId, tx);
    const title = { en: session.titleEn, fr: session.titleFr, ar: session.titleAr };
    await this.makers.tell(tx, artisanId, (locale) => {
      const said = typeof detail === 'string' ? detail : detail(locale);
      const { subject, body } = trainingLetter(locale, occasion, { title, centre, place: session.place, startsOn: session.startsOn, endsOn: session.endsOn, detail: said });
      const page = occasion === 'completed' ? `completion/${said}` : `training/${session.id}`;
      return { subject, body: `${body}\n\n${this.config.publicUrl}/${locale}/${page}` };
    });
  }
}
