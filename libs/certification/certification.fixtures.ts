import type { Type } from '@nestjs/common';
import { newId, SYSTEM, type Actor, type Role } from '#libs/kernel';
import type { Database } from '#libs/platform';
import { RegisterImport } from '#libs/registry';
import type { Seen } from './checklist/examination.js';
import { WORKSHOP_RULES } from './migrations/workshop-checklist.js';
import { InspectionsService, type InspectionRequest } from './inspection/inspections.service.js';

/** What the cast needs of a house under test. */
interface House {
  readonly db: Database;
  get<T>(token: Type<T>): T;
}

const HEADER = 'identifier;name_arabic;name_latin;sex;birth_year;category;branch;activity;region;province;chamber;status;registered_on;valid_until;cnss;amo';

/** Enters a registered carpet maker of Sefrou and answers her id. */
export async function carpetMaker(t: House): Promise<string> {
  const identifier = newId().replaceAll('-', '').toUpperCase();
  const row = `${identifier};إيطو أوبلا;Itto Oubella;F;1975;maalem;carpets;knotted-carpet;MA-03;SEF;MA-03;registered;2022-03-04;;;`;
  await t.get(RegisterImport).run(SYSTEM, (async function* () { yield Buffer.from(`${HEADER}\n${row}\n`); })(), { fileName: 'cast.csv', now: new Date('2026-11-24T12:00:00Z'), refused: () => undefined });
  const [maker] = await t.db.read<{ id: string }>('select id from registry.artisan where identifier = $1', [identifier]);
  return maker!.id;
}

function actor(role: Role, more: Partial<Actor>): Actor {
  return { accountId: newId(), name: '', roles: [role], memberships: [], artisanId: null, locale: 'en', ...more };
}

export const maker = (artisanId: string): Actor => actor('artisan', { name: 'Itto Oubella', artisanId });
export const inspectorOf = (centreId: string, more: Partial<Actor> = {}): Actor => actor('inspector', { name: 'Rachida Filali', memberships: [{ kind: 'centre', organisationId: centreId }], ...more });

export function carpetRequest(changes: Partial<InspectionRequest> = {}): InspectionRequest {
  return { id: newId(), centreId: 'carpets', productType: 'carpets', variant: 'middle-atlas', pieceId: newId(), description: 'Beni Ouarain, ivory, black lozenges', ...changes };
}

const DEFECTS = ['wool', 'dyes', 'warp', 'weave', 'selvedge', 'ends', 'fringes', 'texture', 'pockets', 'edges'];

/** A carpet without fault, with some answers replaced. */
export function carpetSeen(changes: Record<string, Partial<Seen>> = {}): Seen[] {
  const seen: Seen[] = [
    { rule: 'length', value: 3000 }, { rule: 'width', value: 2000 }, { rule: 'knots-width', value: 18 }, { rule: 'knots-height', value: 15 },
    ...DEFECTS.map((rule): Seen => ({ rule, outcome: 'met' })),
  ];
  return seen.map((one) => ({ ...one, ...changes[one.rule] }));
}

export function workshopRequest(changes: Partial<InspectionRequest> = {}): InspectionRequest {
  return { id: newId(), centreId: 'carpets', productType: 'workshop', variant: 'craft', description: 'Two looms and a dye kettle', ...changes };
}

/** A workshop asked for and seen without fault; answers the inspection's id. */
export async function workshopExamined(t: House, artisanId: string): Promise<string> {
  const inspections = t.get(InspectionsService);
  const { id } = await inspections.request(maker(artisanId), workshopRequest());
  const seen = WORKSHOP_RULES.map(({ code, kind }): Seen => (kind === 'observation' ? { rule: code, outcome: 'met' } : { rule: code, text: 'Wool of the Middle Atlas' }));
  await inspections.record(inspectorOf('carpets'), { id: newId(), inspectionId: id, place: 'Sefrou', seen });
  return id;
}

/** A carpet asked for and examined without fault; answers the inspection's id. */
export async function examined(t: House, artisanId: string, changes: Partial<InspectionRequest> = {}, seen: Record<string, Partial<Seen>> = {}): Promise<string> {
  const inspections = t.get(InspectionsService);
  const { id } = await inspections.request(maker(artisanId), carpetRequest(changes));
  await inspections.record(inspectorOf('carpets'), { id: newId(), inspectionId: id, place: 'Sefrou', seen: carpetSeen(seen) });
  return id;
}
