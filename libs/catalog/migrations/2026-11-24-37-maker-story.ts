import type { Migration } from '#libs/platform';

export const catalog37: Migration = {
  id: '2026-11-24-37-maker-story',
  sql: /* sql */ `
-- What a maker tells of herself on her own page. Languages she did not write stay empty.
create table catalog.maker_story (
  artisan_id uuid primary key references registry.artisan (id),
  en text check (length(en) <= 2000),
  fr text check (length(fr) <= 2000),
  ar text check (length(ar) <= 2000),
  updated_at timestamptz not null
);
`,
};
