import { useMessages } from '../../i18n/messages.js';
import { Day } from '../../ui/amount.js';
import { Pill, type Tone } from '../../ui/pill.js';
import type { AgentKind, AgentNames, Consent, ConsentState, Mandate, MandateState, Person } from './queries.js';

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
export function Agent({ mandate, names }: { mandate: Mandate; names: AgentNames }) {
  return (
    <p className="text-lg">
      <bdi>{mandate.proposedBy}</bdi> <span className="text-base text-muted"><AgentName kind={mandate.agentKind} id={mandate.agentId} names={names} /></span>
    </p>
  );
}

/** A chamber or a cluster, in words that say which one. */
export function AgentName({ kind, id, names }: { kind: AgentKind; id: string; names: AgentNames }) {
  const { t, lang } = useMessages();
  const name = <bdi>{names[id]?.[lang] ?? ''}</bdi>;
  return kind === 'CHAMBER' ? t('mandate.chamber', { region: name }) : t('mandate.cluster', { name });
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
