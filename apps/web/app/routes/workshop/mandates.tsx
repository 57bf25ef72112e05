import { randomUUID } from 'node:crypto';
import { Link, useActionData, useLoaderData } from 'react-router';
import { ask, attempt, press, type Asked } from '../../ask.server.js';
import { afterContact, contactWrites } from '../../features/claim/contact.server.js';
import { ContactForm } from '../../features/claim/contact.js';
import { myContactQuery } from '../../features/claim/contact-queries.js';
import { afterIn, More } from '../../features/clusters/more.js';
import { ConsentCard, MandateCard } from '../../features/mandates/answers.js';
import { Asked as AskedWords, ConsentPill } from '../../features/mandates/mandate-parts.js';
import { answerConsentMutation, confirmMandateMutation, endMandateMutation } from '../../features/mandates/mutations.js';
import { myMandatesQuery, type Consent } from '../../features/mandates/queries.js';
import { useMessages } from '../../i18n/messages.js';
import { Instant } from '../../ui/amount.js';
import { linkLook } from '../../ui/button.js';
import { Done } from '../../ui/done.js';
import { Empty, Page, Section } from '../../ui/page.js';

export async function loader(asked: Asked) {
  const marks = { after: afterIn(asked.request), mandatesAfter: afterIn(asked.request, 'mandates') };
  const [mine, { myContact }] = await Promise.all([ask(asked, myMandatesQuery, marks), ask(asked, myContactQuery, {})]);
  return { ...mine, contact: myContact, checkId: randomUUID() };
}

export async function action(asked: Asked) {
  const form = await asked.request.formData();
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const id = text('id');
  const writes = {
    'consent-yes': () => attempt(asked, answerConsentMutation, { input: { id, yes: true, code: text('code') } }),
    'consent-no': () => attempt(asked, answerConsentMutation, { input: { id, yes: false } }),
    'mandate-confirm': () => attempt(asked, confirmMandateMutation, { input: { mandateId: id, code: text('code') } }),
    'mandate-end': () => attempt(asked, endMandateMutation, { id }),
    ...contactWrites(asked, form),
  };
  const done = text('intent').startsWith('consent') ? '?done=answered' : '?done=mandate';
  return press(asked, form, writes, `workshop/mandates${afterContact(form) ?? done}`);
}

/** What waits for her own yes first; then who may act for her; then what became of the rest. */
export default function Mandates() {
  const { myMandates, myConsents, regions, contact, checkId } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text } = useMessages();
  const waiting = myConsents.nodes.filter(({ state }) => state === 'WAITING');
  const ended = myConsents.nodes.filter(({ state }) => state !== 'WAITING');
  const open = myMandates.nodes.filter(({ state }) => state === 'PROPOSED' || state === 'LIVE');
  const past = myMandates.nodes.filter(({ state }) => state === 'DECLINED' || state === 'REVOKED');
  return (
    <Page title={t('mandates.title')} lead={t('mandates.lead')} width="text">
      <title>{text('mandates.title')}</title>
      <Done words={['answered', 'mandate', 'code', 'contact']} refused={refusal !== undefined} />
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
            <MandateCard key={mandate.id} mandate={mandate} regions={regions} refusal={refusal} />
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
          <More page={myConsents} />
        </Section>
      )}
      {past.length > 0 && (
        <Section title={t('mandates.ended')}>
          <ul className="grid gap-4">
            {past.map((mandate) => (
              <MandateCard key={mandate.id} mandate={mandate} regions={regions} refusal={undefined} />
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
