import { createHash } from 'node:crypto';
import { MakerStoryService } from '#libs/catalog';
import { ExportDocumentsService } from '#libs/export-documents';
import { PayoutAccountsService } from '#libs/payments';
import { stories } from '../cast/stories.js';
import { admin, artisan, artisans, clusters } from '../world.js';
import type { Loading } from './loading.js';
import { clusterId } from './people.js';

/** What exporters put on record before they sell: the details their papers print, what they tell of themselves, and where they are paid. */
export async function loadExporters(loading: Loading, register: ReadonlyMap<string, string>): Promise<string> {
  const makers = artisans.filter((one) => one.email !== null);
  for (const { key } of makers) await loading.once(`exporter/${key}`, () => artisanExporter(loading, key, register.get(key)!));
  for (const cluster of clusters) await loading.once(`exporter/${cluster.key}`, () => clusterExporter(loading, cluster));
  await loading.once('house-account', async () => loading.get(PayoutAccountsService).saveHouse(await loading.as(admin.email), 'Dar Sanaa', rib('house')));
  return `${makers.length + clusters.length} exporters`;
}

async function artisanExporter(loading: Loading, key: string, artisanId: string): Promise<void> {
  const { nameLatin, nameArabic, city, street, email } = artisan(key);
  const actor = await loading.as(email!);
  const details = { legalName: nameLatin, nameArabic, address: [street], city, phone: phone(key), email: email!, ice: digits(key, 15), signatory: nameLatin, capacity: 'Artisan' };
  await loading.get(ExportDocumentsService).saveExporterDetails(actor, 'artisan', artisanId, details);
  await loading.get(PayoutAccountsService).save(actor, rib(key));
  if (stories[key]) await loading.get(MakerStoryService).save(actor, stories[key]);
}

async function clusterExporter(loading: Loading, cluster: (typeof clusters)[number]): Promise<void> {
  const { key, name, address, city, ice, agent } = cluster;
  const actor = await loading.as(agent.email);
  const details = { legalName: name.fr, nameArabic: name.ar, address: [address], city, phone: phone(key), email: agent.email, ice, signatory: agent.name, capacity: 'Agent' };
  await loading.get(ExportDocumentsService).saveExporterDetails(actor, 'cluster', clusterId(key), details);
  await loading.get(PayoutAccountsService).save(actor, rib(key), clusterId(key));
}

function phone(key: string): string {
  return `+212 5 00 ${digits(`phone/${key}`, 6).replace(/(..)(?!$)/g, '$1 ')}`;
}

/** A bank account nobody has: a true key behind made-up digits (a RIB modulo 97 is 0). */
export function rib(key: string): string {
  const first22 = `011${digits(`rib/${key}`, 19)}`;
  return `${first22}${String(97 - Number(BigInt(`${first22}00`) % 97n)).padStart(2, '0')}`;
}

function digits(name: string, count: number): string {
  return (BigInt(`0x${createHash('sha256').update(name).digest('hex')}`) % 10n ** BigInt(count)).toString().padStart(count, '0');
}
