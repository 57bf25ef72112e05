import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, type Tx } from '#libs/platform';
import { scopeOf } from '../certificate/certificate.js';
import { ChecklistsService } from '../checklist/checklists.service.js';
import type { Inspection } from './inspection.js';
import { inspectionLetter, type InspectionOccasion, type InspectionWords } from './letters.js';
import { MakerLetters } from '../maker-letters.service.js';

/** Tells a maker what became of her request, with the page where she goes on. */
@Injectable()
export class InspectionLettersService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly checklists: ChecklistsService,
    private readonly makers: MakerLetters,
  ) {}

  async tell(tx: Tx, inspection: Inspection, occasion: InspectionOccasion, more: Pick<InspectionWords, 'when' | 'reason' | 'number' | 'validUntil'> = {}): Promise<void> {
    const centre = await this.checklists.centre(inspection.centreId, tx);
    const description = inspection.description.replace(/\s+/g, ' ');
    await this.makers.tell(tx, inspection.artisanId, (locale) => {
      const { subject, body } = inspectionLetter(locale, occasion, { ...more, centre, scope: scopeOf(inspection), last: inspection.secondLookOf !== null, description: description.length > 120 ? `${description.slice(0, 119)}…` : description });
      return { subject, body: `${body}\n\n${this.config.publicUrl}/${locale}/${more.number ? `certificate/${more.number}` : 'workshop'}` };
    });
  }
}
