import { useActionData, useLoaderData } from 'react-router';
import { ask, attempt, press } from '../../ask.server.js';
import { deskOf, type AtDesk } from '../../features/clusters/desk.server.js';
import { memberStockMutation, offerMutation, withdrawOfferMutation } from '../../features/clusters/mutations.js';
import { afterIn, More } from '../../features/clusters/more.js';
import { OfferableList } from '../../features/clusters/offerable.js';
import { offerableQuery, offersQuery } from '../../features/clusters/offer-queries.js';
import { OfferCard } from '../../features/clusters/offers.js';
import { hundredths, whole } from '../../features/clusters/typed.js';
import { langOf } from '../../i18n/languages.js';
import { messagesIn, useMessages } from '../../i18n/messages.js';
import { fileIn, sendFile } from '../../upload.server.js';
import { Done } from '../../ui/done.js';
import { chosenIn, Narrow } from '../../ui/narrow.js';
import { Empty, Page, Section } from '../../ui/page.js';

export async function loader(asked: AtDesk) {
  const cluster = await deskOf(asked);
  const shown = chosenIn(asked.request, 'shown', ['standing', 'paused'] as const);
  const sort = chosenIn(asked.request, 'sort', ['OLDEST'] as const);
  const sought = (new URL(asked.request.url).searchParams.get('piece') ?? '').trim();
  const [{ clusterOffers: offers }, { offerablePieces: offerable }] = await Promise.all([
    ask(asked, offersQuery, { clusterId: cluster.id, after: afterIn(asked.request), paused: shown === null ? null : shown === 'paused', sort }),
    ask(asked, offerableQuery, { clusterId: cluster.id, after: afterIn(asked.request, 'next'), query: sought || null, sort }),
  ]);
  return { cluster, offers, offerable, sought };
}

export async function action(asked: AtDesk) {
  const form = await asked.request.formData();
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const words = (language: string): string | null => text(`text-${language}`) || null;
  const clusterId = asked.params.id ?? '';
  // An empty box is as its maker accepted; a nought is the cluster's own price.
  const own = (name: string): number | null => (text(name) === '' ? null : hundredths(text(name)));
  // The server names a language by its path in the input, `text.en`; the form by its box, `text-en`.
  const offer = (productId: string) =>
    attempt(
      asked,
      offerMutation,
      { clusterId, productId, feeBp: own('ownPart'), feeItemMinor: own('ownItem'), text: { en: words('en'), fr: words('fr'), ar: words('ar') }, minimumQuantity: whole(text('minimumQuantity'), 1), keptBack: whole(text('keptBack'), 0) },
      (field) => OFFER_BOXES[field] ?? field.replace('.', '-'),
    );
  const writes = {
    // One button: on the terms its maker accepted. The offer's own card changes them.
    offer: () => attempt(asked, offerMutation, { clusterId, productId: text('productId'), feeBp: null, feeItemMinor: null, text: NO_WORDS, minimumQuantity: 1, keptBack: 0 }, () => 'productId'),
    again: () => offer(text('productId')),
    stock: () => attempt(asked, memberStockMutation, { clusterId, productId: text('productId'), stock: whole(text('stock'), 0) }),
    photograph: async () => {
      const file = fileIn(form, 'photograph');
      if (file === null) return { problems: [{ field: 'photograph', code: 'UPLOAD', message: messagesIn(langOf(asked.params)).text('upload.failed') }] };
      return sendFile(asked, `/uploads/cluster-photographs?clusterId=${clusterId}&productId=${text('productId')}&id=${crypto.randomUUID()}`, 'photograph', file);
    },
    withdraw: () => attempt(asked, withdrawOfferMutation, { productId: text('productId') }),
  };
  return press(asked, form, writes, `clusters/${clusterId}/offers?done=cluster`);
}

const NO_WORDS = { en: null, fr: null, ar: null };
const OFFER_BOXES: Readonly<Record<string, string>> = { feeBp: 'ownPart', feeItemMinor: 'ownItem' };

export default function ClusterOffers() {
  const { cluster, offers, offerable, sought } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text, lang } = useMessages();
  return (
    <Page title={t('cluster.offers')} lead={<bdi>{(lang === 'ar' && cluster.nameAr) || cluster.name}</bdi>} width="text">
      <title>{text('cluster.offers')}</title>
      <Done words={['cluster']} refused={refusal !== undefined} />
      <Section title={t('cluster.offer.title')}>
        <OfferableList pieces={offerable} sought={sought} refusal={refusal} />
      </Section>
      <Section title={t('cluster.offers.now')}>
        <Narrow
          choices={[
            { name: 'shown', label: text('inspection.state'), options: [['', text('inspection.state.all')], ['standing', text('cluster.offers.standing')], ['paused', text('cluster.offers.paused')]] },
            { name: 'sort', label: text('cluster.sort'), options: [['', text('cluster.sort.newest')], ['OLDEST', text('cluster.sort.oldest')]] },
          ]}
        />
        {offers.nodes.length === 0 && <Empty title={t('cluster.offers.none')}>{t('cluster.offers.none.lead')}</Empty>}
        <ul>
          {offers.nodes.map((offer) => (
            <OfferCard key={offer.productId} offer={offer} refusal={refusal} />
          ))}
        </ul>
        <More page={offers} />
      </Section>
    </Page>
  );
}
