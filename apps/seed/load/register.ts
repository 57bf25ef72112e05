import { SYSTEM, type Actor } from '#libs/kernel';
import { csvLine, headerRow, RegisterImport, RegistryService, sampleRows } from '#libs/registry';
import { artisans, type CastArtisan } from '../world.js';
import type { Loading } from './loading.js';

const SAMPLE = 1_500;
/** Reads the whole register, as an administrator may. */
const READER: Actor = { ...SYSTEM, roles: ['admin'] };

/** The cast and some hundreds of strangers come into the register as they would from a chamber: in one extract. */
export async function loadRegister(loading: Loading): Promise<string> {
  const outcome = await loading.get(RegisterImport).run(SYSTEM, extract(), { fileName: 'demo-extract.csv', now: new Date(), refused: () => undefined });
  return `${outcome.added} entries added, ${outcome.refused} of ${outcome.read} rows refused`;
}

async function* extract(): AsyncGenerator<Buffer> {
  yield Buffer.from(csvLine(headerRow(), ';'));
  for (const entry of artisans) yield Buffer.from(csvLine(rowOf(entry), ';'));
  let rows = '';
  for (const row of sampleRows(SAMPLE)) rows += csvLine(row, ';');
  yield Buffer.from(rows);
}

function rowOf(entry: CastArtisan): string[] {
  const answer = (yes: boolean): string => (yes ? 'oui' : 'non');
  return [
    entry.identifier, entry.nameArabic, entry.nameLatin, entry.sex ?? '', entry.birthYear === null ? '' : String(entry.birthYear), entry.category, entry.branch, entry.activity,
    entry.region, entry.province, entry.region, 'inscrit', entry.registeredOn, entry.validUntil, answer(entry.covered.cnss), answer(entry.covered.amo),
  ];
}

/** The register's own ids of the cast, by key. */
export async function artisanIds(loading: Loading): Promise<ReadonlyMap<string, string>> {
  const registry = loading.get(RegistryService);
  const ids = new Map<string, string>();
  for (const entry of artisans) {
    const { nodes } = await registry.list(READER, { query: entry.identifier, region: entry.region }, 10, null);
    const found = nodes.find((node) => node.nameLatin === entry.nameLatin);
    if (!found) throw new Error(`${entry.nameLatin} is not in the register`);
    ids.set(entry.key, found.id);
  }
  return ids;
}
