import { Inject, Injectable } from '@nestjs/common';
import { toSVG } from 'bwip-js/node';
import type { Clock } from '#libs/kernel';
import { REGIONS, RegistryService } from '#libs/registry';
import { CLOCK, CONFIG, Database, type Config } from '#libs/platform';
import type { Certificate } from '../certificate/certificate.js';
import { certificationErrors } from '../certification.errors.js';
import { CertificationService } from '../certification.service.js';
import { ChecklistsService } from '../checklist/checklists.service.js';
import { labelSvg } from './label.js';
import { EditionsService } from './editions.service.js';
import { entriesOf, passportOf, statusListCredential, type Passport, type StatusEntry } from './passport.js';
import type { PassportBundle } from './passport.verifier.js';
import { SigningKeysService } from './signing-keys.service.js';
import { encodeList, LIST_BITS } from './status-list.js';

/** Certificates as signed documents that anybody can check without us. */
@Injectable()
export class PassportsService {
  constructor(
    private readonly db: Database,
    private readonly certification: CertificationService,
    private readonly checklists: ChecklistsService,
    private readonly registry: RegistryService,
    private readonly editions: EditionsService,
    private readonly keys: SigningKeysService,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The passport of a certificate as a signed JWT, its newest edition or the one asked for. A withdrawn one keeps its passport; the list says that it is withdrawn. */
  async passport(number: string, edition: number | null = null): Promise<string> {
    return this.keys.sign(await this.draw(await this.known(number), edition));
  }

  /** Passport, keys, withdrawals and updates in one file, for `npm run passport:verify`. */
  async bundle(number: string): Promise<PassportBundle> {
    const certificate = await this.known(number);
    const passport = await this.draw(certificate, null);
    const [statusList = null, updatesList = null] = await Promise.all(entriesOf(passport).map((entry) => this.list(entry.statusPurpose, listOf(entry.statusListCredential))));
    return { passport: await this.keys.sign(passport), didDocument: await this.keys.didDocument(), statusList, updatesList };
  }

  statusList(list: number): Promise<string> {
    return this.list('revocation', list);
  }

  updatesList(list: number): Promise<string> {
    return this.list('refresh', list);
  }

  private async list(purpose: StatusEntry['statusPurpose'], list: number): Promise<string> {
    if (!Number.isSafeInteger(list) || list < 0 || list > 1_000_000) throw certificationErrors.CERTIFICATE_NOT_FOUND();
    const bits = purpose === 'refresh' ? await this.editions.superseded(list) : await this.withdrawn(list);
    return this.keys.sign(statusListCredential(this.config.publicUrl, purpose, list, encodeList(bits), this.clock.now()));
  }

  private async withdrawn(list: number): Promise<number[]> {
    const rows = await this.db.read<{ bit: number }>(
      `select c.status_index % ${LIST_BITS} as bit from certification.certificate c join certification.certificate_end e on e.certificate_id = c.id
       where e.ended_for = 'withdrawn' and c.status_index >= $1 and c.status_index < $2`,
      [list * LIST_BITS, (list + 1) * LIST_BITS],
    );
    return rows.map((row) => row.bit);
  }

  /** A label to print and fix to the piece: its code opens the public page, in the language of whoever holds the telephone. */
  async label(number: string): Promise<string> {
    const certificate = await this.known(number);
    const [maker, variant] = await Promise.all([this.registry.artisan(certificate.artisanId), this.checklists.variant(certificate.productType, certificate.variant)]);
    const region = REGIONS.find((one) => one.code === maker.regionCode)!;
    const qr = toSVG({ bcid: 'qrcode', text: new URL(`/certificate/${certificate.number}`, this.config.publicUrl).href });
    const { nameLatin, nameArabic } = maker;
    return labelSvg({ number: certificate.number, nameLatin, nameArabic, regionFr: region.fr, regionAr: region.ar, pieceFr: variant.fr, pieceAr: variant.ar, validUntil: certificate.validUntil }, qr);
  }

  private async draw(certificate: Certificate, asked: number | null): Promise<Passport> {
    const [maker, centre, row, edition] = await Promise.all([
      this.registry.artisan(certificate.artisanId), this.checklists.centre(certificate.centreId), this.row(certificate.id), this.editions.edition(certificate.id, asked),
    ]);
    if (asked !== null && !edition) throw certificationErrors.CERTIFICATE_NOT_FOUND();
    // As she was named on the day: what is signed once says the same whenever it is drawn again.
    const named = row.nameLatin === null && row.nameArabic === null ? maker : { ...maker, nameLatin: row.nameLatin, nameArabic: row.nameArabic };
    return passportOf({ ...certificate, statusIndex: row.statusIndex }, edition, named, centre.en, this.config.publicUrl);
  }

  private async known(number: string): Promise<Certificate> {
    const certificate = await this.certification.byNumber(number);
    if (!certificate) throw certificationErrors.CERTIFICATE_NOT_FOUND();
    return certificate;
  }

  private async row(certificateId: string): Promise<{ statusIndex: number; nameLatin: string | null; nameArabic: string | null }> {
    const [row] = await this.db.read<{ statusIndex: number; nameLatin: string | null; nameArabic: string | null }>(
      'select status_index as "statusIndex", maker_name_latin as "nameLatin", maker_name_arabic as "nameArabic" from certification.certificate where id = $1',
      [certificateId],
    );
    return row!;
  }
}

function listOf(url: string): number {
  return Number(url.slice(url.lastIndexOf('/') + 1));
}
