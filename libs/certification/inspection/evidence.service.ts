import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isId, type Actor } from '#libs/kernel';
import { Database, MOST_PICTURE_BYTES, Redrawing, Storage } from '#libs/platform';
import { certificationErrors } from '../certification.errors.js';
import { inspectionLifecycle } from './inspection.js';
import { moved } from './moved.js';
import { InspectorsService } from './inspectors.service.js';
import { InspectionsService } from './inspections.service.js';

/** A photograph an inspector took of the work. */
export interface Evidence {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly at: Date;
}

const MOST_PHOTOGRAPHS = 12;

/**
 * What inspectors photograph: kept as a picture of our own making, so that nothing but its pixels survives of the file.
 * The maker and her centre see it; everybody does once the work is certified.
 */
@Injectable()
export class EvidenceService {
  private readonly pictures = new Redrawing(() => certificationErrors.EVIDENCE_UNREADABLE({ max: MOST_PICTURE_BYTES / 1024 / 1024 }, 'photograph'));

  constructor(
    private readonly db: Database,
    private readonly storage: Storage,
    private readonly inspections: InspectionsService,
    private readonly inspectors: InspectorsService,
  ) {}

  async add(actor: Actor, photograph: { id: string; inspectionId: string }, file: Buffer): Promise<Evidence> {
    // Asked before the work as well as after: strangers do not get to keep a core busy.
    await this.db.write(actor, (tx) => this.inspectors.take(tx, actor, photograph.inspectionId));
    const { data, info } = await this.pictures.redrawn(file);
    const key = `inspections/${photograph.inspectionId}/${createHash('sha256').update(data).digest('hex')}.jpg`;
    const { sha256 } = await this.storage.put(key, data, 'image/jpeg');
    return this.db.write(actor, async (tx) => {
      const inspection = await this.inspectors.take(tx, actor, photograph.inspectionId);
      if (!inspectionLifecycle.can(inspection.state, 'examine')) throw moved(inspection.state);
      const [count] = await tx.query<{ count: number }>('select count(*) as count from certification.inspection_photograph where inspection_id = $1 and id <> $2', [inspection.id, photograph.id]);
      if (count!.count >= MOST_PHOTOGRAPHS) throw certificationErrors.EVIDENCE_TOO_MANY({ max: MOST_PHOTOGRAPHS });
      await tx.query(
        `insert into certification.inspection_photograph (id, inspection_id, storage_key, sha256, width, height, at, account_id, inspector_name) values ($1,$2,$3,$4,$5,$6,$7,$8,$9) on conflict (id) do nothing`,
        [photograph.id, inspection.id, key, sha256, info.width, info.height, tx.now, actor.accountId, actor.name],
      );
      const [row] = await tx.query<Evidence>(`select ${EVIDENCE} from certification.inspection_photograph where id = $1 and inspection_id = $2`, [photograph.id, inspection.id]);
      if (!row) throw certificationErrors.INSPECTION_ID_TAKEN({}, 'id');
      return row;
    });
  }

  of(inspectionId: string): Promise<Evidence[]> {
    return this.db.prepared<Evidence>('certification.photographs', `select ${EVIDENCE} from certification.inspection_photograph where inspection_id = $1 order by at, id`, [inspectionId]);
  }

  async read(actor: Actor, id: string): Promise<{ bytes: Buffer; open: boolean }> {
    const [row] = isId(id)
      ? await this.db.read<{ key: string; inspectionId: string; state: string }>(
          `select p.storage_key as key, i.id as "inspectionId", i.state from certification.inspection_photograph p join certification.inspection i on i.id = p.inspection_id where p.id = $1`,
          [id],
        )
      : [];
    if (!row) throw certificationErrors.INSPECTION_NOT_FOUND({}, 'id');
    const open = row.state === 'certified';
    if (!open) await this.inspections.one(actor, row.inspectionId);
    return { bytes: await this.storage.get(row.key), open };
  }
}

const EVIDENCE = 'id, width, height, at';
