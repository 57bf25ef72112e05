import { CertificationService, ChecklistsService, InspectionsService } from '#libs/certification';
import { moroccanDay, SYSTEM } from '#libs/kernel';
import { demoId } from '../demo-id.js';
import { artisan, inspectors } from '../world.js';
import type { Loading } from './loading.js';

/** Certified as a workshop: what an inspector read there, in her words, rule by rule. What she sees and does not read, she finds good. */
const WORKSHOPS = [
  {
    maker: 'touda', centre: 'carpets', place: 'Khémisset, douar Aït Ouribel', description: 'نول أفقي ومغزل يدوي، أنسج مع ابنتي',
    read: { tools: 'Un métier horizontal, deux fuseaux, un peigne de fer ; aucune machine', materials: 'Laine de ses brebis et du souk de Khémisset ; coton filé de Salé', people: 'Deux tisseuses, du lundi au jeudi', apprentices: 'Une, formée sur place par la maîtresse du métier' } as Readonly<Record<string, string>>,
  },
] as const;

/** Before any piece is listed: what she lists afterwards carries the star from its first day. */
export async function loadWorkshops(loading: Loading): Promise<string> {
  for (const workshop of WORKSHOPS) await loading.once(`workshop/${workshop.maker}`, () => certify(loading, workshop));
  return `${WORKSHOPS.length} of them certified as a workshop`;
}

async function certify(loading: Loading, { maker, centre, place, description, read }: (typeof WORKSHOPS)[number]): Promise<void> {
  const inspector = await loading.as(inspectors.find((one) => one.centre === centre)!.email);
  const inspections = loading.get(InspectionsService);
  const inspectionId = demoId('workshop', maker);
  const asked = await inspections.request(await loading.as(artisan(maker).email!), { id: inspectionId, centreId: centre, productType: 'workshop', variant: 'craft', description });
  if (asked.state === 'requested') {
    const rules = await loading.db.write(SYSTEM, (tx) => loading.get(ChecklistsService).rules('workshop', 'craft', moroccanDay(tx.now), tx));
    const seen = rules.map(({ code, kind }) => (kind === 'statement' ? { rule: code, text: read[code] ?? null } : { rule: code, outcome: 'met' as const }));
    await inspections.record(inspector, { id: demoId('workshop-look', maker), inspectionId, place, seen, note: null });
  }
  await loading.get(CertificationService).issue(inspector, { id: demoId('workshop-certificate', maker), inspectionId });
}
