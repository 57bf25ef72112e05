import { Form, Link, useActionData, useLoaderData } from 'react-router';
import { ask, askGently, attempt, press, type Asked } from '../../ask.server.js';
import { acceptFeeMutation, answerInvitationMutation, leaveMutation, permissionMutation, requestMembershipMutation, retractMutation, workMutation } from '../../features/clusters/mutations.js';
import { clustersQuery, coordinatedQuery, myTiesQuery, PERMISSIONS, salesQuery } from '../../features/clusters/queries.js';
import { RestingList } from '../../features/clusters/coordination.js';
import { restingQuery } from '../../features/clusters/coordination-queries.js';
import { afterIn, More } from '../../features/clusters/more.js';
import { Joinable, TieCard } from '../../features/clusters/ties.js';
import { feeRead, whole } from '../../features/clusters/typed.js';
import { useMessages } from '../../i18n/messages.js';
import { Button, ButtonLink, linkLook } from '../../ui/button.js';
import { Done } from '../../ui/done.js';
import { Field } from '../../ui/form.js';
import { Empty, Page, Section } from '../../ui/page.js';

export async function loader(asked: Asked) {
  const name = (new URL(asked.request.url).searchParams.get('name') ?? '').trim();
  const { coordinatedClusters } = await ask(asked, coordinatedQuery, {});
  const ties = await askGently(asked, myTiesQuery, {});
  const all = ties === null ? null : await askGently(asked, clustersQuery, { after: afterIn(asked.request), name: name || null });
  const active = (ties?.myMemberships ?? []).filter(({ state }) => state === 'active').slice(0, 12);
  const sales = Object.fromEntries(await Promise.all(active.map(async ({ clusterId }) => [clusterId, (await askGently(asked, salesQuery, { clusterId, after: null, states: ['planned', 'open'] }))?.collectiveSales.nodes ?? []] as const)));
  // The administration has no ties of its own: it looks after clusters that nobody speaks for.
  const resting = (await askGently(asked, restingQuery, { after: afterIn(asked.request, 'resting') }))?.restingClusters ?? null;
  if (resting !== null && ties?.myMemberships.length === 0) return { name, sales, resting, speaksFor: coordinatedClusters, ties: null, clusters: [], page: { endCursor: null, hasNextPage: false } };
  return { name, sales, resting, speaksFor: coordinatedClusters, ties: ties?.myMemberships ?? null, clusters: all?.clusters.nodes ?? [], page: all?.clusters ?? { endCursor: null, hasNextPage: false } };
}

export async function action(asked: Asked) {
  const form = await asked.request.formData();
  const text = (name: string): string => String(form.get(name) ?? '');
  const clusterId = text('clusterId');
  const permission = PERMISSIONS.find((one) => one === text('permission')) ?? 'list';
  const writes = {
    accept: () => attempt(asked, answerInvitationMutation, { clusterId, accept: true, ...feeRead(form) }),
    decline: () => attempt(asked, answerInvitationMutation, { clusterId, accept: false, ...feeRead(form) }),
    request: () => attempt(asked, requestMembershipMutation, { clusterId, ...feeRead(form) }),
    retract: () => attempt(asked, retractMutation, { clusterId, artisanId: text('artisanId') }),
    leave: () => attempt(asked, leaveMutation, { clusterId }),
    fee: () => attempt(asked, acceptFeeMutation, { clusterId, ...feeRead(form) }),
    work: () => attempt(asked, workMutation, { clusterId, artisanId: text('artisanId'), capacity: whole(text('capacity'), 0), quota: null }),
    grant: () => attempt(asked, permissionMutation, { clusterId, permission, granted: true }),
    revoke: () => attempt(asked, permissionMutation, { clusterId, permission, granted: false }),
  };
  return press(asked, form, writes, 'clusters?done=cluster');
}

/** For an artisan, her ties and the clusters she may join; for who speaks for one, the way to its desk. */
export default function ClustersHome() {
  const { name, sales, resting, speaksFor, ties, clusters, page } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text, lang } = useMessages();
  const tied = new Set(ties?.map((tie) => tie.clusterId));
  return (
    <Page title={t('cluster.title')} width="text">
      <title>{text('cluster.title')}</title>
      <Done words={['cluster']} refused={refusal !== undefined} />
      {speaksFor.map((cluster) => (
        <Section key={cluster.id} title={<bdi>{(lang === 'ar' && cluster.nameAr) || cluster.name}</bdi>}>
          <ul className="grid gap-2">
            {(['members', 'offers', 'lots', 'sales', 'money', 'coordination'] as const).map((desk) => (
              <li key={desk}>
                <Link to={`/${lang}/clusters/${cluster.id}/${desk}`} className={`inline-flex min-h-12 items-center ${linkLook}`}>
                  {t(`cluster.${desk}`)}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      ))}
      {resting !== null && <RestingList page={resting} />}
      {ties !== null && ties.length > 0 && (
        <Section title={t('cluster.ties')}>
          <p>
            <Link to={`/${lang}/workshop/sharing`} className={`inline-flex min-h-12 items-center ${linkLook}`}>
              {t('lot.all')}
            </Link>
          </p>
          <ul>
            {ties.map((tie) => (
              <TieCard key={tie.clusterId} tie={tie} sales={sales[tie.clusterId] ?? []} refusal={refusal} />
            ))}
          </ul>
        </Section>
      )}
      {ties !== null && (
        <Section title={t('cluster.join')}>
          {ties.length === 0 && name === '' && <p className="mb-4 max-w-[65ch] text-muted">{t('cluster.join.lead')}</p>}
          <Form method="get" className="flex flex-wrap items-end gap-3">
            <div className="w-full sm:w-80">
              <Field name="name" label={t('cluster.join.name')} optional defaultValue={name} />
            </div>
            <Button look="second">{t('cluster.invite.search')}</Button>
          </Form>
          {clusters.every(({ id }) => tied.has(id)) && !page.hasNextPage && <Empty title={t(name === '' ? 'cluster.join.none' : 'cluster.join.nobody')}>{t('cluster.join.none.lead')}</Empty>}
          <ul>
            {clusters
              .filter(({ id }) => !tied.has(id))
              .map((cluster) => (
                <Joinable key={cluster.id} cluster={cluster} refusal={refusal} />
              ))}
          </ul>
          <More page={page} />
        </Section>
      )}
      {ties !== null && (
        <Section title={t('cluster.found')}>
          <p className="mb-4 max-w-[65ch] text-muted">{t('cluster.found.lead')}</p>
          <ButtonLink to={`/${lang}/clusters/found`} look="second">
            {t('cluster.found')}
          </ButtonLink>
        </Section>
      )}
    </Page>
  );
}
