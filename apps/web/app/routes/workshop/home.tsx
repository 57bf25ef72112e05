import { randomUUID } from 'node:crypto';
import { redirect, useActionData, useLoaderData } from 'react-router';
import { ask, askGently, attempt, press, type Asked } from '../../ask.server.js';
import { ToAnswer } from '../../features/complaints/to-answer.js';
import { complaintsToAnswerQuery } from '../../features/complaints/queries.js';
import { AskWorkshop, workshopIn } from '../../features/inspection/ask-workshop.js';
import { MyInspections } from '../../features/inspection/my-inspections.js';
import { inspectionWrites } from '../../features/inspection/my-inspections.server.js';
import { myInspectionsQuery } from '../../features/inspection/maker-queries.js';
import { waitingQuery } from '../../features/mandates/queries.js';
import { WaitingForHer } from '../../features/mandates/waiting-for-her.js';
import { MyStanding } from '../../features/register/my-standing.js';
import { myStandingQuery } from '../../features/register/queries.js';
import { MyLots } from '../../features/sharing/my-lots.js';
import { lotWrites } from '../../features/sharing/lot-writes.server.js';
import { myLotsQuery } from '../../features/sharing/queries.js';
import { clusterIdOf, exporterOf } from '../../features/workshop/exporter.server.js';
import { isOpen, OpenOrders } from '../../features/workshop/open-orders.js';
import { PieceFilters, piecesChosen } from '../../features/workshop/piece-filters.js';
import { Pieces } from '../../features/workshop/pieces.js';
import { requestInspectionMutation } from '../../features/workshop/piece-queries.js';
import { exporterQuery, myPiecesQuery, salesQuery, sharesQuery, type SalesOrder } from '../../features/workshop/queries.js';
import { receivedBy } from '../../features/workshop/shares.js';
import { ToReceive } from '../../features/workshop/to-receive.js';
import type { Money } from '../../format.js';
import { langOf } from '../../i18n/languages.js';
import { useMessages } from '../../i18n/messages.js';
import { ButtonLink } from '../../ui/button.js';
import { Done } from '../../ui/done.js';
import { Page, Section } from '../../ui/page.js';

export async function loader(asked: Asked) {
  const exporter = await exporterOf(asked);
  // Signed in, but nobody's workshop yet: the register says whose it is.
  if (exporter === null && (await askGently(asked, exporterQuery, {}))?.me) throw redirect(`/${langOf(asked.params)}/workshop/claim`);
  const after = new URL(asked.request.url).searchParams.get('after');
  const sales = await ask(asked, salesQuery, { clusterId: clusterIdOf(exporter) });
  // A cluster's agent sells its members' pieces; the pieces themselves are edited by their makers.
  const pieces = exporter?.kind === 'artisan' ? await askGently(asked, myPiecesQuery, { after, ...piecesChosen(asked.request) }) : null;
  const inspections = exporter?.kind === 'artisan' ? await askGently(asked, myInspectionsQuery, { first: 6, after: null, states: null, productType: null, sort: 'NEWEST' }) : null;
  // What came back waits for her hands, however long ago: it stands first.
  const returned = exporter?.kind === 'artisan' ? ((await askGently(asked, myInspectionsQuery, { first: 12, after: null, states: ['RETURNED'], productType: null, sort: 'OLDEST' }))?.myInspections.nodes ?? []) : [];
  const lots = exporter?.kind === 'artisan' ? await askGently(asked, myLotsQuery, { after: null, states: ['offered', 'accepted'] }) : null;
  const waiting = exporter?.kind === 'artisan' ? await askGently(asked, waitingQuery, {}) : null;
  const mine = exporter?.kind === 'artisan' ? await askGently(asked, myStandingQuery, { id: exporter.id }) : null;
  const complaints = await askGently(asked, complaintsToAnswerQuery, {});
  const orders = sales.salesOrders.nodes;
  const receives = await receivesOf(asked, exporter?.id ?? null, orders);
  return { earnings: sales.myEarnings, complaints: complaints?.complaintsToAnswer ?? [], orders, receives, pieces: pieces?.myProducts ?? null, waiting, mine: mine?.artisan ?? null, now: new Date().toISOString(), lots: lots?.myLots.nodes ?? [], inspections: [...returned, ...(inspections?.myInspections.nodes ?? []).filter(({ state }) => state !== 'RETURNED')], centres: inspections?.centres ?? [], inspectionId: randomUUID() };
}

/** The shares of the orders that wait for the workshop; a handful, asked for at once. */
async function receivesOf(asked: Asked, exporterId: string | null, orders: readonly SalesOrder[]): Promise<Record<string, Money | null>> {
  const open = orders.filter(isOpen).slice(0, 12);
  const answers = await Promise.all(open.map(({ id }) => askGently(asked, sharesQuery, { orderId: id })));
  return Object.fromEntries(open.map(({ id }, at) => [id, receivedBy(exporterId, answers[at]?.ledger.shares ?? [])]));
}

/** What a maker answers to her part of a shared order, or to a centre. */
export async function action(asked: Asked) {
  const form = await asked.request.formData();
  const writes = {
    ...lotWrites(asked, form),
    ...inspectionWrites(asked, form),
    'inspection-workshop': () => attempt(asked, requestInspectionMutation, { input: workshopIn(form) }),
  };
  return press(asked, form, writes, form.get('intent') === 'inspection-workshop' ? 'workshop?done=inspection' : 'workshop');
}

/** Money first, then what to do today, then the pieces. */
export default function Workshop() {
  const { earnings, complaints, orders, receives, pieces, waiting, mine, now, lots, inspections, centres, inspectionId } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text, lang } = useMessages();
  return (
    <Page title={t('workshop.title')} width="text">
      <title>{text('workshop.title')}</title>
      <Done words={['inspection']} refused={refusal !== undefined} />
      <ToReceive earnings={earnings} />
      {waiting !== null && <WaitingForHer consents={waiting.myConsents.nodes} mandates={waiting.myMandates.nodes} />}
      {pieces !== null && (
        <ButtonLink to={`/${lang}/workshop/new`} className="mt-4 w-full">
          {t('workshop.new')}
        </ButtonLink>
      )}
      {pieces !== null && (
        <ButtonLink to={`/${lang}/workshop/story`} look="second" className="mt-4 w-full">
          {t('story.title')}
        </ButtonLink>
      )}
      {mine !== null && <MyStanding mine={mine} now={now} />}
      <ButtonLink to={`/${lang}/clusters`} look="second" className="mt-4 w-full">
        {t('cluster.title')}
      </ButtonLink>
      <div className="mt-10">
        <ToAnswer complaints={complaints} />
        {lots.length > 0 && (
          <Section title={t('lot.title')}>
            <MyLots lots={lots} refusal={refusal} />
            <ButtonLink to={`/${lang}/workshop/sharing`} look="second" className="mt-4 w-full">
              {t('lot.all')}
            </ButtonLink>
          </Section>
        )}
        <Section title={t('workshop.orders')}>
          <OpenOrders orders={orders} receives={receives} />
        </Section>
        {pieces !== null && (
          <Section title={t('workshop.pieces')}>
            <PieceFilters page={pieces} />
            <Pieces page={pieces} />
          </Section>
        )}
        {mine !== null && (
          <Section title={t('inspection.mine')}>
            <MyInspections inspections={inspections} pieces={pieces?.nodes ?? []} refusal={refusal} />
            <div className="grid gap-3 sm:grid-cols-2">
              <ButtonLink to={`/${lang}/workshop/inspections`} look="second" className="mt-4">
                {t('inspection.mine.all')}
              </ButtonLink>
              <ButtonLink to={`/${lang}/workshop/certificates`} look="second" className="sm:mt-4">
                {t('certificates.mine')}
              </ButtonLink>
            </div>
            <AskWorkshop branch={mine.branch} centres={centres} inspectionId={inspectionId} refusal={refusal} />
          </Section>
        )}
      </div>
    </Page>
  );
}
