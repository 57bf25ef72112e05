import { useMessages } from '../../i18n/messages.js';
import { Day } from '../../ui/amount.js';
import { Pill, type Tone } from '../../ui/pill.js';
import type { Consent, ConsentState, Mandate, MandateState, Person, Regions } from './queries.js';

const mandateTones: Record<MandateState, Tone> = { PROPOSED: 'waiting', LIVE: 'done', DECLINED: 'plain', REVOKED: 'plain', EXPIRED: 'plain' };
const consentTones: Record<ConsentState, Tone> = { WAITING: 'waiting', GIVEN: 'done', FAILED: 'wrong', REFUSED: 'plain', EXPIRED: 'plain', DROPPED: 'plain', WITHDRAWN: 'plain' };

export function MandatePill({ state }: { state: MandateState }) {
  const { t } = useMessages();
  return <Pill tone={mandateTones[state]}>{t(`mandate.${state}`)}</Pill>;
}

export function ConsentPill({ state }: { state: ConsentState }) {
  const { t } = useMessages();
  return <Pill tone={consentTones[state]}>{t(`consent.${state}`)}</Pill>;
}

export function NameOf({ person }: { person: Person }) {
  const { lang } = useMessages();
  return <bdi>{(lang === 'ar' ? person.nameArabic : person.nameLatin) ?? person.nameLatin ?? person.nameArabic}</bdi>;
}

/** What may be done, and between which days. */
export function Terms({ mandate }: { mandate: Mandate }) {
  const { t } = useMessages();
  return (
    <>
      <ul className="mt-2 list-disc ps-6">
        {mandate.acts.map((act) => (
          <li key={act}>{t(`act.${act}`)}</li>
        ))}
      </ul>
      <p className="mt-2 text-base text-muted">{t('mandate.days', { from: <Day iso={mandate.validFrom} />, until: <Day iso={mandate.validUntil} /> })}</p>
    </>
  );
}

/** The person who asked, and for which house she speaks. */
export function Agent({ mandate, regions }: { mandate: Mandate } & Regions) {
  const { t, lang } = useMessages();
  const region = regions.find(({ code }) => code === mandate.agentId)?.[lang] ?? '';
  return (
    <p className="text-lg">
      <bdi>{mandate.proposedBy}</bdi> <span className="text-base text-muted">{mandate.agentKind === 'CHAMBER' ? t('mandate.chamber', { region }) : t('mandate.cluster')}</span>
    </p>
  );
}

/** What was proposed, in the reader's language; and why it could not be done any more. */
export function Asked({ consent }: { consent: Consent }) {
  const { lang } = useMessages();
  return (
    <>
      <p className="text-lg" dir="auto">
        {consent.words[lang]}
      </p>
      {consent.failureWords !== null && (
        <p className="border-s-4 border-terracotta ps-3" dir="auto">
          {consent.failureWords[lang]}
        </p>
      )}
    </>
  );
}
