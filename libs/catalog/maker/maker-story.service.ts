import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { freeText, isId, LOCALES, type Actor, type Locale } from '#libs/kernel';
import { Database, parse, type Tx } from '#libs/platform';
import { RegistryService } from '#libs/registry';
import { catalogErrors } from '../catalog.errors.js';
import type { Translations } from '../product/product.js';
import { inLocale } from '../product/title.js';

const MAX = 2_000;
const text = z.string().max(200_000).nullish();
const storyInput = z.object({ en: text, fr: text, ar: text });
export type StoryInput = z.input<typeof storyInput>;

const STORY = `select en, fr, ar from catalog.maker_story where artisan_id = $1`;
const NONE: Translations = { en: null, fr: null, ar: null };

/** A maker's own words about her workshop, in the languages she wrote them. */
@Injectable()
export class MakerStoryService {
  constructor(
    private readonly db: Database,
    private readonly registry: RegistryService,
  ) {}

  /** For anybody, in their language or the nearest she wrote; null when she wrote nothing. A maker who may not sell has no page. */
  async shown(artisanId: string, locale: Locale): Promise<{ readonly text: string; readonly locale: Locale } | null> {
    const { id } = await this.registry.maker(artisanId);
    return inLocale(await this.of(id), locale);
  }

  mine(actor: Actor): Promise<Translations> {
    return this.of(holder(actor));
  }

  async save(actor: Actor, raw: StoryInput): Promise<Translations> {
    const artisanId = holder(actor);
    const input = parse(storyInput, raw, 'input');
    const [en, fr, ar] = LOCALES.map((locale) => (input[locale]?.trim() ? freeText(input[locale], MAX, `input.${locale}`) : null));
    await this.db.write(actor, async (tx) => {
      await tx.query(
        `insert into catalog.maker_story (artisan_id, en, fr, ar, updated_at) values ($1,$2,$3,$4,$5)
         on conflict (artisan_id) do update set en = excluded.en, fr = excluded.fr, ar = excluded.ar, updated_at = excluded.updated_at`,
        [artisanId, en, fr, ar, tx.now],
      );
      await tx.audit({ action: 'maker-story.save', subject: { type: 'artisan', id: artisanId } });
    });
    return this.of(artisanId);
  }

  /** Somebody else wrote it in her name. */
  async forget(tx: Tx, artisanId: string): Promise<void> {
    await tx.query('delete from catalog.maker_story where artisan_id = $1', [artisanId]);
  }

  private async of(artisanId: string): Promise<Translations> {
    const [row] = isId(artisanId) ? await this.db.prepared<Translations>('catalog.maker-story', STORY, [artisanId]) : [];
    return row ?? NONE;
  }
}

/** Only an account that its chamber joined to a register entry has a page to write. */
function holder(actor: Actor): string {
  if (actor.artisanId === null) throw catalogErrors.CATALOG_NOT_AN_ARTISAN();
  return actor.artisanId;
}
