import type { Migration } from '#libs/platform';

/**
 * Rules of origin as expressions, thresholds by currency, the countries of each agreement, and rows' own words in
 * French and Arabic. What stands in the tables is carried over; the next import brings the fuller rows.
 */
export const shipping42: Migration = {
  id: '2026-11-24-42-origin',
  sql: /* sql */ `
create table shipping.origin_threshold (
  regime text not null, currency text not null, amount_minor bigint not null,
  valid_from date not null, valid_until date, source text not null, checked_on date not null,
  confidence text not null check (confidence in ('verified', 'secondary', 'general-knowledge', 'assumption')),
  check (valid_until is null or valid_until >= valid_from), primary key (regime, currency, valid_from));
insert into shipping.origin_threshold (regime, currency, amount_minor, valid_from, valid_until, source, checked_on, confidence)
  select distinct on (regime, threshold_currency) regime, threshold_currency, threshold_minor, valid_from, null::date, source, checked_on, confidence
  from shipping.origin_regime where threshold_minor is not null and proof_below not like '%claim%' order by regime, threshold_currency, valid_from;

alter table shipping.origin_regime add column countries text[] not null default '{}', add column partner_cap_percent numeric, add column tolerance_percent numeric,
  add column textile_tolerance_percent numeric, add column insufficient text[] not null default '{packing,labelling,sorting,washing,ironing,simple-assembly}';
update shipping.origin_regime set
  countries = case tariff_group when 'EU' then string_to_array('AT,BE,BG,CY,CZ,DE,DK,EE,ES,FI,FR,GR,HR,HU,IE,IT,LT,LU,LV,MT,NL,PL,PT,RO,SE,SI,SK', ',') else array[tariff_group] end,
  partner_cap_percent = case when method = 'value_content' then 15 end,
  proof_below = case when tariff_group = 'US' then 'us_declaration' when proof_below = 'invoice declaration' then 'invoice_declaration' else 'origin_declaration' end,
  proof_above = case when tariff_group = 'US' then 'us_declaration' else 'eur1' end;
alter table shipping.origin_regime drop column threshold_minor, drop column threshold_currency;

alter table shipping.origin_rule add column rule text;
update shipping.origin_rule set rule = case kind
  when 'heading_change' then 'CTH'
  when 'max_value' then 'MAXNOM ' || trim_scale(max_percent)
  when 'heading_change_and_max_value' then 'CTH & MAXNOM ' || trim_scale(max_percent)
  when 'heading_change_or_max_value' then 'CTH | MAXNOM ' || trim_scale(max_percent)
  when 'from_materials' then case when cardinality(materials) = 0 then 'EXCEPT 50-63' else 'FROM ' || array_to_string(materials, ';') end
  else 'EXCEPT ' || array_to_string(materials, ';') end;
alter table shipping.origin_rule alter column rule set not null, drop column kind, drop column max_percent, drop column materials;

alter table shipping.origin_rule add column says_fr text not null default '', add column says_ar text not null default '';
alter table shipping.surcharge add column says_fr text not null default '', add column says_ar text not null default '', add column metals text[] not null default '{}', add column metal_from_percent numeric;
alter table shipping.low_value_regime add column says_fr text not null default '', add column says_ar text not null default '';
alter table shipping.restriction add column says_fr text not null default '', add column says_ar text not null default '';
alter table shipping.open_question add column says_fr text not null default '', add column says_ar text not null default '';
alter table shipping.tax_rate add column leaves_out_fr text, add column leaves_out_ar text;

-- Papers are kinds from here on; a name nobody knows asks for none, and the rule still says what it wants.
update shipping.restriction set paper = case paper
  when 'ceramics declaration of compliance' then 'ceramics_declaration' when 'lead and cadmium test report' then 'lead_cadmium_report'
  when 'chromium VI test report (EN ISO 17075)' then 'chromium_report' when 'azo dye statement of the dyer' then 'azo_statement'
  when 'nickel, lead and cadmium statement' then 'metals_statement' when 'fibre label' then 'fibre_label' when 'fibre label, English and French' then 'fibre_label'
  when 'fibre test of the sabra yarn' then 'fibre_test' when 'CITES export permit' then 'cites_permit' when 'forest permit of the thuya wood' then 'forest_permit'
  when 'species declaration of the coral' then 'species_declaration' when 'species declaration' then 'species_declaration'
  when 'export licence for cultural goods' then 'cultural_licence' when 'cosmetic product notification and safety report' then 'cosmetic_notification'
  when 'MoCRA registration and listing' then 'mocra_listing' when 'ISPM 15 mark when crated' then 'wood_packaging' when 'weapons import permission' then 'weapons_permission'
  when 'proof of the buyer’s age' then 'buyer_age_proof' when 'deforestation due diligence reference' then 'eudr_reference' when 'GPSR listing data' then 'gpsr_data'
  when 'CE or UKCA declaration' then 'ce_declaration' when 'EN 71 test report' then 'toy_report' when 'Children’s Product Certificate' then 'childrens_certificate'
  when 'carpet stamp' then 'carpet_stamps' end where paper is not null;
`,
};
