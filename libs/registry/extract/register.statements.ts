/** The set-based half of an import: each statement compares all of registry.extract_row with the register at once. */

const FACTS = ['name_latin', 'name_arabic', 'sex', 'birth_year', 'category', 'activity', 'branch', 'province_code', 'region_code', 'registered_on', 'valid_until'] as const;
const of = (alias: string): string => FACTS.map((column) => `${alias}.${column}`).join(', ');

/** Every line whose identifier already stood on an earlier line, and whether it says something else. */
export const FIND_REPEATS = `
create temp table registry_repeat on commit drop as
with twice as (select identifier, min(line) as first from registry.extract_row group by identifier having count(*) > 1)
select later.line, (${of('later')}, later.standing, later.cnss, later.amo) is distinct from (${of('early')}, early.standing, early.cnss, early.amo) as conflicting
from twice
join registry.extract_row early on early.identifier = twice.identifier and early.line = twice.first
join registry.extract_row later on later.identifier = twice.identifier and later.line > twice.first`;

export const DROP_REPEATS = `delete from registry.extract_row row using registry_repeat repeat where row.line = repeat.line`;

/** The last day as the extract gave it before: not the one that stands where an officer gave another. */
const DAY_BEFORE = 'coalesce(a.extract_valid_until, a.valid_until)';
const DAY_MOVED = `e.valid_until is distinct from ${DAY_BEFORE}`;

/**
 * A standing moves when the extract moved it since last time, and not because an officer decided otherwise here meanwhile.
 * Whoever lapsed here is registered again when the extract, which never said that she lapsed, gives her a day yet to come.
 */
const MOVED = `e.standing <> a.standing and (e.standing <> a.extract_standing
  or (a.standing = 'lapsed' and e.standing = 'registered' and ${DAY_MOVED} and (e.valid_until is null or e.valid_until >= $1::date)))`;

/** `$1` is today, here and in CHANGE_ARTISANS. */
export const FIND_MOVED = `
create temp table registry_moved on commit drop as
select a.id, a.standing as standing_from, e.standing as standing_to, a.taken_back_at is null as held
from registry.extract_row e join registry.artisan a using (identifier)
where ${MOVED}
for update of a`;

export const CHANGE_ARTISANS = `
with written as (
  update registry.artisan a set
    (${FACTS.join(', ')}) = (${FACTS.map((column) => (column === 'valid_until' ? `case when ${DAY_MOVED} then e.valid_until else a.valid_until end` : `e.${column}`)).join(', ')}),
    extract_valid_until = case when ${DAY_MOVED} then null else a.extract_valid_until end,
    standing = case when ${MOVED} then e.standing else a.standing end,
    extract_standing = e.standing, search = e.search, sort_key = e.sort_key
  from registry.extract_row e
  where e.identifier = a.identifier and (${of('a').replace('a.valid_until', DAY_BEFORE)}, a.extract_standing) is distinct from (${of('e')}, e.standing)
  returning 1)
select count(*) as count from written`;

const COLUMNS = `id, identifier, ${FACTS.join(', ')}, standing, search, sort_key`;

export const ADD_ARTISANS = `
with written as (
  insert into registry.artisan (${COLUMNS}, extract_standing)
  select ${COLUMNS}, standing from registry.extract_row e
  where not exists (select from registry.artisan a where a.identifier = e.identifier)
  order by line
  returning 1)
select count(*) as count from written`;

/** Requests that wait are decided where the entry now is; one that was approved may be undone there. */
export const MOVE_CLAIMS = `
update registry.claim c set region_code = a.region_code
from registry.artisan a
where a.id = c.artisan_id and c.region_code <> a.region_code and c.state in ('open', 'submitted', 'returned', 'approved')`;

export const CHANGE_SOCIAL = `
update registry.social_standing s set cnss = e.cnss, amo = e.amo
from registry.extract_row e join registry.artisan a using (identifier)
where s.artisan_id = a.id and (s.cnss, s.amo) is distinct from (e.cnss, e.amo)`;

export const ADD_SOCIAL = `
insert into registry.social_standing (artisan_id, cnss, amo)
select id, cnss, amo from registry.extract_row e
where exists (select from registry.artisan a where a.id = e.id)`;

export const NOTE_ENTRIES = `
insert into registry.standing_change (artisan_id, standing_from, standing_to, at, account_id, actor_name, why, import_id)
select e.id, null, e.standing, $2, $3, $4, $5, $1 from registry.extract_row e
where exists (select from registry.artisan a where a.id = e.id)`;

export const NOTE_MOVES = `
insert into registry.standing_change (artisan_id, standing_from, standing_to, at, account_id, actor_name, why, import_id)
select id, standing_from, standing_to, $2, $3, $4, $5, $1 from registry_moved`;
