import { useActionData, useLoaderData } from 'react-router';
import { ask, attempt, press } from '../../ask.server.js';
import { deskOf, type AtDesk } from '../../features/clusters/desk.server.js';
import { cancelSaleMutation, movementMutation, planSaleMutation } from '../../features/clusters/mutations.js';
import { afterIn, More } from '../../features/clusters/more.js';
import { pieceAt } from '../../features/clusters/piece-at.server.js';
import { SALE_STATES, salesQuery } from '../../features/clusters/queries.js';
import { SaleCard, SaleForm } from '../../features/clusters/sales.js';
import { hundredths, outletsTyped, whole } from '../../features/clusters/typed.js';
import { moroccanInstant } from '../../format.js';
import { useMessages } from '../../i18n/messages.js';
import { Done } from '../../ui/done.js';
import { chosenIn, Narrow } from '../../ui/narrow.js';
import { Empty, Page, Section } from '../../ui/page.js';

export async function loader(asked: AtDesk) {
  const cluster = await deskOf(asked);
  const state = chosenIn(asked.request, 'state', SALE_STATES);
  const sort = chosenIn(asked.request, 'sort', ['OLDEST'] as const);
  // A closed sale still brings its pieces in; one that was called off is looked at when asked for.
  const states = state === null ? (['planned', 'open', 'closed'] as const) : [state];
  return { cluster, sales: (await ask(asked, salesQuery, { clusterId: cluster.id, after: afterIn(asked.request), states, sort })).collectiveSales, next: crypto.randomUUID() };
}

export async function action(asked: AtDesk) {
  const form = await asked.request.formData();
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const clusterId = asked.params.id ?? '';
  const plan = async () => {
    const addresses = text('pieces').split(/\s+/).filter(Boolean).slice(0, 200);
    const found = await Promise.all(addresses.map((address) => pieceAt(asked, address, 'pieces')));
    const lost = found.find((one) => 'problems' in one);
    if (lost !== undefined) return lost;
    // An empty box is not a part of nought: somebody has to say so.
    const feeBp = text('fee') === '' ? -1 : hundredths(text('fee'));
    const itemMinor = text('item') === '' ? null : hundredths(text('item'));
    const minimumQuantity = whole(text('minimum'), 1);
    const pieces = found.flatMap((one) => ('id' in one ? [{ productId: one.id, feeBp, itemMinor, minimumQuantity }] : []));
    const days = { opensAt: moroccanInstant(text('opensAt')), closesAt: moroccanInstant(text('closesAt')), collectionOn: text('collectionOn') };
    return attempt(asked, planSaleMutation, { input: { id: text('id'), clusterId, title: text('title'), ...days, pieces, outlets: outletsTyped(text('outlets')) } }, boxOf);
  };
  const move = () =>
    attempt(asked, movementMutation, { input: { id: text('movement'), saleId: text('id'), productId: text('productId'), outlet: Number(text('outlet')) || null, back: text('outlet') === 'back', quantity: whole(text('quantity'), 0) } });
  return press(asked, form, { plan, move, cancel: () => attempt(asked, cancelSaleMutation, { id: text('id') }) }, `clusters/${clusterId}/sales?done=cluster`);
}

/** All pieces are typed in one box, and so is their fee. */
function boxOf(field: string): string {
  if (field.endsWith('feeBp')) return 'fee';
  if (field.endsWith('itemMinor')) return 'item';
  if (field.endsWith('minimumQuantity')) return 'minimum';
  if (field.startsWith('outlets')) return 'outlets';
  return field.startsWith('pieces') || field === 'productId' ? 'pieces' : field;
}

export default function ClusterSales() {
  const { cluster, sales, next } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text, lang } = useMessages();
  return (
    <Page title={t('cluster.sales')} lead={<bdi>{(lang === 'ar' && cluster.nameAr) || cluster.name}</bdi>} width="text">
      <title>{text('cluster.sales')}</title>
      <Done words={['cluster']} refused={refusal !== undefined} />
      <Section title={t('cluster.sales.now')}>
        <Narrow
          choices={[
            { name: 'state', label: text('inspection.state'), options: [['', text('cluster.sales.current')], ...SALE_STATES.map((state) => [state, text(`sale.${state}`)] as const)] },
            { name: 'sort', label: text('cluster.sort'), options: [['', text('cluster.sort.newest')], ['OLDEST', text('cluster.sort.oldest')]] },
          ]}
        />
        {sales.nodes.length === 0 && <Empty title={t('sale.none')}>{t('sale.none.lead')}</Empty>}
        <ul>
          {sales.nodes.map((sale) => (
            <SaleCard key={sale.id} sale={sale} next={next} refusal={refusal} />
          ))}
        </ul>
        <More page={sales} />
      </Section>
      <Section title={t('sale.title')}>
        <SaleForm key={sales.nodes.length} id={next} refusal={refusal} />
      </Section>
    </Page>
  );
}
