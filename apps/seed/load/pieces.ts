import { ListingService, PhotographService, ProductService } from '#libs/catalog';
import { CertificationService, ChecklistsService, InspectionsService, type InspectionRequest } from '#libs/certification';
import { OffersService } from '#libs/clusters';
import { moroccanDay, SYSTEM, type Actor } from '#libs/kernel';
import { demoId } from '../demo-id.js';
import { artisan, clusters, inspectors, piece, requests, type CastPiece } from '../world.js';
import type { Drawings } from './drawings.js';
import type { Loading } from './loading.js';
import { clusterId } from './people.js';
import { examined } from './seen.js';

export const pieceId = (key: string): string => demoId('piece', key);

/** Two at a time: as many as there are threads that draw. */
const AT_ONCE = 2;

/** Every piece is written, photographed, inspected where it is certified, and put on sale, by its maker. */
export async function loadPieces(loading: Loading, drawings: Drawings, pieces: readonly CastPiece[]): Promise<string> {
  const waiting = pieces.filter((piece) => !loading.isDone(`piece/${piece.key}`));
  const next = waiting.values();
  const lane = async (): Promise<void> => {
    for (const piece of next) await loading.once(`piece/${piece.key}`, () => loadPiece(loading, drawings, piece));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return `${pieces.length} pieces, ${pieces.filter((piece) => piece.certifiedAs !== null).length} of them certified`;
}

async function loadPiece(loading: Loading, drawings: Drawings, piece: CastPiece): Promise<void> {
  const maker = await loading.as(artisan(piece.maker).email!);
  await writePiece(loading, maker, piece);
  for (const [i, request] of piece.pictures.entries()) {
    await loading.get(PhotographService).add(maker, { id: demoId('photograph', `${piece.key}/${i}`), productId: pieceId(piece.key) }, await drawings.picture(request));
  }
  if (piece.certifiedAs !== null) await certify(loading, maker, piece, piece.certifiedAs);
  await loading.get(ListingService).list(maker, pieceId(piece.key));
  await offer(loading, piece);
}

/** What a member of a grouping makes goes abroad under its name. */
async function offer(loading: Loading, piece: CastPiece): Promise<void> {
  const cluster = clusters.find((one) => (one.members as readonly string[]).includes(piece.maker));
  if (!cluster) return;
  const own = cluster.offers.find((one) => one.piece === piece.key);
  await loading.get(OffersService).offer(await loading.as(cluster.agent.email), clusterId(cluster.key), pieceId(piece.key), null, own && { text: own.text, minimumQuantity: own.minimumQuantity });
}

async function writePiece(loading: Loading, maker: Actor, piece: CastPiece): Promise<void> {
  const [lengthMm, widthMm, heightMm] = piece.mm;
  await loading.get(ProductService).save(maker, {
    id: pieceId(piece.key),
    title: piece.title,
    story: piece.story,
    branch: piece.branch,
    techniques: piece.techniques,
    materials: piece.materials.map(({ code, percent, from, name, hs, dirhams }) => ({ code, percent, originCountry: from ?? 'MA', name: name ?? null, hsCode: hs ?? null, cost: dirhams === undefined ? null : String(dirhams) })),
    operations: piece.operations ?? [],
    hsCode: piece.hsCode,
    priceMinor: piece.dirhams * 100,
    netWeightGrams: piece.netGrams,
    grossWeightGrams: piece.grossGrams,
    lengthMm,
    widthMm,
    heightMm,
    unique: piece.stock === null,
    stock: piece.stock ?? 1,
    leadTimeDays: piece.leadTimeDays,
    foodContact: piece.foodContact,
  });
}

/** Some makers have asked for a certificate, and wait. */
export async function loadRequests(loading: Loading): Promise<void> {
  for (const request of requests) {
    const asked = piece(request.piece);
    await loading.once(`request/${asked.key}`, async () => {
      await loading.get(InspectionsService).request(await loading.as(artisan(asked.maker).email!), inspectionOf(asked, request.variant));
    });
  }
}

/** She describes it in her own language; its name is known in three. */
function inspectionOf({ key, branch, title, materials, stock, certifiedUnits, maker }: CastPiece, variant: string): InspectionRequest {
  return { id: demoId('inspection', key), centreId: inspectors.find((one) => one.centre === branch)!.centre, productType: branch, variant, pieceId: pieceId(key), lotSize: certifiedUnits ?? stock, description: title[artisan(maker).locale], name: title, materials: materials.map(({ percent, name, code }) => `${percent} % ${name ?? code}`).join(', ') };
}

/** Asked for by the maker, looked at and decided by the inspector of the craft's centre. */
async function certify(loading: Loading, maker: Actor, piece: CastPiece, variant: string): Promise<void> {
  const inspector = await loading.as(inspectors.find((one) => one.centre === piece.branch)!.email);
  const inspectionId = demoId('inspection', piece.key);
  const inspections = loading.get(InspectionsService);
  const asked = await inspections.request(maker, inspectionOf(piece, variant));
  if (asked.state === 'requested') {
    const rules = await loading.db.write(SYSTEM, (tx) => loading.get(ChecklistsService).rules(piece.branch, variant, moroccanDay(tx.now), tx));
    await inspections.record(inspector, { id: demoId('examination', piece.key), inspectionId, place: null, seen: examined(rules, piece), note: null });
  }
  await loading.get(CertificationService).issue(inspector, { id: demoId('certificate', piece.key), inspectionId });
}
