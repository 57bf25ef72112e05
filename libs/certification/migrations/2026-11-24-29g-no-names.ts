import type { Migration } from '#libs/platform';

/** What is stated of a workshop stands on its public certificate: it counts the people there and names none of them. */
export const certification29g: Migration = {
  id: '2026-11-24-29g-no-names',
  sql: /* sql */ `
-- Reworded on the day they were written, before any workshop was certified: from then on a rule only gets an end and a successor.
alter table certification.rule disable trigger user;
update certification.rule set en = 'How many work there, and on which days (no names: it is published)', fr = 'Combien y travaillent, et quels jours (sans noms : c’est publié)', ar = 'كم شخصاً يعمل فيها وفي أي أيام (دون أسماء، فهو منشور)'
  where product_type = 'workshop' and code = 'people';
update certification.rule set en = 'Apprentices: how many, and how they learn (no names)', fr = 'Apprentis : combien, et comment ils apprennent (sans noms)', ar = 'المتعلمون: عددهم وكيف يتعلمون (دون أسماء)'
  where product_type = 'workshop' and code = 'apprentices';
alter table certification.rule enable trigger user;
`,
};
