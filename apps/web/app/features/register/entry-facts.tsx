import { useMessages } from '../../i18n/messages.js';
import { Day } from '../../ui/amount.js';
import { Facts } from '../../ui/page.js';
import type { EntryAnswer } from './queries.js';

/** An entry as the register has it: for its chamber, beside a request about it, and for its holder. */
export function EntryFacts({ answer }: { answer: EntryAnswer }) {
  const { t, text, lang } = useMessages();
  const { artisan: entry, regions, branches } = answer;
  const region = regions.find(({ code }) => code === entry.regionCode);
  const province = region?.provinces.find(({ code }) => code === entry.provinceCode);
  const branch = branches.find(({ code }) => code === entry.branch);
  const activity = branch?.activities.find(({ code }) => code === entry.activity);
  const cover = (has: boolean | null): string => text(has === null ? 'register.cover.unknown' : has ? 'register.cover.yes' : 'register.cover.no');
  return (
    <Facts
      rows={[
        [t('register.identifier'), <bdi key="i">{entry.identifier}</bdi>],
        [t('register.category'), <CategoryOf key="c" category={entry.category} condition={answer.artisanCategories.find(({ category }) => category === entry.category)?.[lang]} />],
        [t('register.activity'), `${branch?.[lang] ?? entry.branch} · ${activity?.[lang] ?? entry.activity}`],
        [t('register.place'), `${province?.[lang] ?? entry.provinceCode} · ${region?.[lang] ?? entry.regionCode}`],
        entry.birthYear !== null && [t('register.born'), entry.birthYear],
        [t('register.since'), <Day key="s" iso={entry.registeredOn} />],
        entry.validUntil !== null && [t('register.until'), <Day key="u" iso={entry.validUntil} />],
        [t('register.cnss'), cover(entry.socialStanding.cnss)],
        [t('register.amo'), cover(entry.socialStanding.amo)],
      ]}
    />
  );
}

/** The category, and what the law asks of it. */
function CategoryOf({ category, condition }: { category: string; condition: string | undefined }) {
  const { t } = useMessages();
  return (
    <>
      {t(`category.${category}`)}
      <span className="block text-base text-muted">{condition}</span>
    </>
  );
}
