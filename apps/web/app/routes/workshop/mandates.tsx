import { randomUUID } from 'node:crypto';
import { Link, redirect, useActionData, useLoaderData, useSearchParams } from 'react-router';
import { ask, attempt, press, refuse, type Asked } from '../../ask.server.js';
import { afterContact, contactWrites } from '../../features/claim/contact.server.js';
import { ContactForm } from '../../features/claim/contact.js';
import { myContactQuery } from '../../features/claim/contact-queries.js';
import { afterIn, More } from '../../features/clusters/more.js';
import { agentNames } from '../../features/mandates/agents.server.js';
import { ConsentCard, MandateCard } from '../../features/mandates/answers.js';
import { Asked as AskedWords, ConsentPill } from '../../features/mandates/mandate-parts.js';
import { answerConsentMutation, confirmMandateMutation, endMandateMutation } from '../../features/mandates/mutations.js';
import { myMandatesQuery, type Consent, type ConsentState } from '../../features/mandates/queries.js';
import { langOf } from '../../i18n/languages.js';
import { useMessages } from '../../i18n/messages.js';
import { Instant } from '../../ui/amount.js';
import { linkLook } from '../../ui/button.js';
import { Done } from '../../ui/done.js';
import { RefusedElsewhere } from '../../ui/form.js';
import { Empty, Page, Section } from '../../ui/page.js';

export async function loader(asked: Asked) {
  const marks = { after: afterIn(asked.request), mandatesAfter: afterIn(asked.request, 'mandates') };
  const [mine, { myContact }] = await Promise.all([ask(asked, myMandatesQuery, marks), ask(asked, myContactQuery, {})]);
  const names = await agentNames(asked, mine.myMandates.nodes.map(({ agentKind: kind, agentId: id }) => ({ kind, id })));
  return { ...mine, names, contact: myContact, checkId: randomUUID() };
}

export async function action(asked: Asked) {
  const form = await asked.request.formData();
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const id = text('id');
  const intent = text('intent');
  if (intent === 'consent-yes' || intent === 'consent-no') return answered(asked, form, intent === 'consent-yes' ? { id, yes: true, code: text('code') } : { id, yes: false });
  const writes = {
    'mandate-confirm': () => attempt(asked, confirmMandateMutation, { input: { mandateId: id, code: text('code') } }),
    'mandate-end': () => attempt(asked, endMandateMutation, { id }),
    ...contactWrites(asked, form),
  };
  return press(asked, form, writes, `workshop/mandates${afterContact(form) ?? `?done=${intent === 'mandate-end' ? 'mandate-ended' : 'mandate'}`}`);
}

const DONE: readonly ConsentState[] = ['GIVEN', 'REFUSED'];
const TOO_LATE = ['FAILED', 'EXPIRED', 'DROPPED'] as const;

/** A yes that came too late is heard, and is not done: the page says which of the two it was. */
async function answered(asked: Asked, form: FormData, input: { id: string; yes: boolean; code?: string }) {
  const answer = await attempt(asked, answerConsentMutation, { input });
  if ('problems' in answer) return refuse(answer.problems, form);
  const { state } = answer.done.answerConsent;
  return redirect(`/${langOf(asked.params)}/workshop/mandates?${DONE.includes(state) ? `done=consent-${state}` : `late=${state}`}`);
}

/** What waits for her own yes first; then who may act for her; then what became of the rest. */
export default function Mandates() {
  const { myMandates, myConsents, names, contact, checkId } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text } = useMessages();
  const search = useSearchParams()[0];
  const late = TOO_LATE.find((state) => state === search.get('late'));
  const waiting = myConsents.nodes.filter(({ state }) => state === 'WAITING');
  const ended = myConsents.nodes.filter(({ state }) => state !== 'WAITING');
  const open = myMandates.nodes.filter(({ state }) => state === 'PROPOSED' || state === 'LIVE');
  const past = myMandates.nodes.filter(({ state }) => state !== 'PROPOSED' && state !== 'LIVE');
  return (
    <Page title={t('mandates.title')} lead={t('mandates.lead')} width="text">
      <title>{text('mandates.title')}</title>
      <Done words={['consent-GIVEN', 'consent-REFUSED', 'mandate', 'mandate-ended', 'code', 'contact']} refused={refusal !== undefined} />
      <RefusedElsewhere refusal={refusal} shown={!/^(consent|mandate)-/.test(refusal?.typed.scope ?? '') || [...waiting, ...open].some(({ id }) => refusal?.typed.id === id)} />
      {late !== undefined && refusal === undefined && (
        <p role="alert" className="mb-6 border-s-4 border-terracotta bg-plaster p-4">
          {t(`consent.late.${late}`)}
        </p>
      )}
      {waiting.length > 0 && (
        <Section title={t('mandates.waiting')}>
          <ul className="grid gap-4">
            {waiting.map((consent) => (
              <ConsentCard key={consent.id} consent={consent} refusal={refusal} />
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('mandates.open')}>
        {open.length === 0 && <Empty title={t('mandates.none')}>{t('mandates.none.lead')}</Empty>}
        <ul className="grid gap-4">
          {open.map((mandate) => (
            <MandateCard key={mandate.id} mandate={mandate} names={names} refusal={refusal} />
          ))}
        </ul>
      </Section>
      <Section title={t('contact.title')}>
        <p className="mb-4 text-muted">{t('contact.lead')}</p>
        <ContactForm contact={contact} checkId={checkId} refusal={refusal} />
      </Section>
      {ended.length > 0 && (
        <Section title={t('mandates.past')}>
          <ol>
            {ended.map((consent) => (
              <Ended key={consent.id} consent={consent} />
            ))}
          </ol>
        </Section>
      )}
      <More page={myConsents} />
      {past.length > 0 && (
        <Section title={t('mandates.ended')}>
          <ul className="grid gap-4">
            {past.map((mandate) => (
              <MandateCard key={mandate.id} mandate={mandate} names={names} refusal={undefined} />
            ))}
          </ul>
        </Section>
      )}
      <More page={myMandates} name="mandates" />
    </Page>
  );
}

function Ended({ consent }: { consent: Consent }) {
  const { t, lang } = useMessages();
  return (
    <li className="border-t border-line py-3 first:border-t-0">
      <p className="flex flex-wrap items-center gap-3">
        <ConsentPill state={consent.state} />
        <span className="text-base text-muted">
          <Instant iso={consent.askedAt} /> · <bdi>{consent.agentName}</bdi>
        </span>
      </p>
      <AskedWords consent={consent} />
      {consent.act === 'PRICE' && (
        <Link to={`/${lang}/workshop/pieces/${consent.subjectId}/record`} className={linkLook}>
          {t('pieceRecord.link')}
        </Link>
      )}
    </li>
  );
}
