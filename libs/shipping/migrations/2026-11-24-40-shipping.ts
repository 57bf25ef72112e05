import type { Migration } from '#libs/platform';

const DATED = `valid_from date not null, valid_until date, source text not null, checked_on date not null,
  confidence text not null check (confidence in ('verified', 'secondary', 'general-knowledge', 'assumption')),
  check (valid_until is null or valid_until >= valid_from)`;

export const shipping40: Migration = {
  id: '2026-11-24-40-shipping',
  sql: /* sql */ `
create schema shipping;

create table shipping.market (
  country text not null, name_en text not null, name_fr text not null, name_ar text not null, currency text not null, tariff_group text not null,
  customs_basis text not null, declaration text not null, rounding_step_minor int not null, rounding_mode text not null, value_step_minor int not null,
  ${DATED}, primary key (country, valid_from));
create table shipping.tariff_line (
  tariff_group text not null, hs_code text not null, commodity_code text not null, duty text not null, preference text,
  ${DATED}, primary key (tariff_group, hs_code, valid_from));
create table shipping.surcharge (
  tariff_group text not null, programme text not null, prefix text not null, heading text not null, rate text not null, yields_to text[] not null, says text not null,
  ${DATED}, primary key (tariff_group, programme, prefix, heading, valid_from));
create table shipping.tax_rate (
  country text not null, name text not null, percent numeric not null, leaves_out text,
  ${DATED}, primary key (country, name, valid_from));
create table shipping.low_value_regime (
  tariff_group text not null, scheme text not null, kind text not null, threshold_minor bigint not null, currency text not null, item_duty_minor bigint not null,
  consumers_only boolean not null, days_saved int not null, says text not null,
  ${DATED}, primary key (tariff_group, scheme, valid_from));
create table shipping.origin_regime (
  tariff_group text not null, regime text not null, agreement text not null, proof_below text not null, proof_above text not null, threshold_minor bigint,
  threshold_currency text, proof_months int, mention text, method text not null, min_value_percent numeric, cumulates_with text[] not null, review_regions text[] not null,
  ${DATED}, primary key (tariff_group, regime, valid_from));
create table shipping.origin_rule (
  regime text not null, prefix text not null, kind text not null, max_percent numeric, materials text[] not null, says text not null,
  ${DATED}, primary key (regime, prefix, valid_from));
create table shipping.shipping_zone (
  country text not null, zone text not null, service text not null, eta_min_days int not null, eta_max_days int not null, volumetric_divisor int not null, max_weight_grams int not null,
  ${DATED}, primary key (country, service, valid_from));
create table shipping.shipping_rate (
  zone text not null, service text not null, up_to_grams int not null, amount_mad_minor bigint not null,
  ${DATED}, primary key (zone, service, up_to_grams, valid_from));
create table shipping.carrier_fee (
  country text not null, code text not null, kind text not null, label text not null, scheme text not null, base text not null, rate text not null,
  from_value_minor bigint not null, to_value_minor bigint,
  ${DATED}, primary key (country, code, scheme, from_value_minor, valid_from));
create table shipping.fx_rate (
  currency text not null, mad_per_unit numeric not null check (mad_per_unit > 0),
  ${DATED}, primary key (currency, valid_from));
create table shipping.restriction (
  rule text not null, tariff_groups text[] not null, prefixes text[] not null, materials text[] not null, food_contact boolean, outcome text not null, paper text, says text not null,
  ${DATED}, primary key (rule, valid_from));
create table shipping.open_question (
  tariff_group text not null, code text not null, says text not null,
  ${DATED}, primary key (tariff_group, code, valid_from));

-- Each approved import makes the next version; a frozen quote names the one it was computed from.
create table shipping.reference_version (
  version bigint primary key, at timestamptz not null, actor_name text not null, files text[] not null, added int not null, changed int not null);
create trigger reference_version_append_only before update or delete on shipping.reference_version for each row execute function platform.refuse_change();
`,
};
