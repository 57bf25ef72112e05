import { Link, useActionData, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask, press } from '../../ask.server.js';
import { afterIn, More } from '../../features/clusters/more.js';
import { myInspectionsQuery } from '../../features/inspection/maker-queries.js';
import { MyInspections } from '../../features/inspection/my-inspections.js';
import { inspectionWrites } from '../../features/inspection/my-inspections.server.js';
import type { InspectionState } from '../../features/inspection/queries.js';
import { useMessages } from '../../i18n/messages.js';
import { linkLook } from '../../ui/button.js';
import { Chips } from '../../ui/chips.js';
import { Done } from '../../ui/done.js';
import { chosenIn, Narrow } from '../../ui/narrow.js';
import { Empty, Page } from '../../ui/page.js';

const STATES: Readonly<Record<'open' | 'RETURNED' | 'CERTIFIED' | 'REFUSED' | 'CANCELLED', InspectionState[]>> = {
  open: ['REQUESTED', 'APPOINTED', 'EXAMINED'], RETURNED: ['RETURNED'], CERTIFIED: ['CERTIFIED'], REFUSED: ['REFUSED'], CANCELLED: ['CANCELLED'],
};
const CHOICES = Object.keys(STATES) as (keyof typeof STATES)[];

export async function loader(asked: LoaderFunctionArgs) {
  const { request } = asked;
  const state = chosenIn(request, 'state', CHOICES);
  const sort = chosenIn(request, 'sort', ['oldest'] as const) === null ? 'NEWEST' : 'OLDEST';
  return ask(asked, myInspectionsQuery, { first: 24, after: afterIn(request), states: state && STATES[state], productType: new URL(request.url).searchParams.get('type') || null, sort });
}

export async function action(asked: LoaderFunctionArgs) {
  const form = await asked.request.formData();
  const search = new URL(asked.request.url).searchParams;
  search.set('done', 'saved');
  return press(asked, form, inspectionWrites(asked, form), `workshop/inspections?${search}`);
}

/** All she asked centres to look at, and what became of it. */
export default function MyInspectionsPage() {
  const { myInspections, productTypes } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, text, lang } = useMessages();
  return (
    <Page title={t('inspection.mine')} lead={t('inspection.mine.lead')} width="text">
      <title>{text('inspection.mine')}</title>
      <Done words={['saved']} refused={refusal !== undefined} />
      <p className="mb-4">
        <Link to={`/${lang}/workshop/certificates`} className={`${linkLook} inline-flex min-h-12 items-center`}>
          {t('certificates.mine')}
        </Link>
      </p>
      <Chips name="state" label={text('inspection.state')} options={[['', text('inspection.state.all')], ...CHOICES.map((state): [string, string] => [state, text(state === 'open' ? 'inspection.state.open' : `inspection.${state}`)])]} />
      <Narrow
        kept={['state']}
        choices={[
          { name: 'type', label: text('inspection.type'), options: [['', text('inspection.type.any')], ...productTypes.map((type): [string, string] => [type.code, type[lang]])] },
          { name: 'sort', label: text('inspection.sort'), options: [['', text('inspection.sort.newest')], ['oldest', text('inspection.sort.oldest')]] },
        ]}
      />
      {myInspections.nodes.length === 0 && <Empty title={t('inspection.mine.none')}>{t('inspection.mine.none.lead')}</Empty>}
      <MyInspections inspections={myInspections.nodes} pieces={[]} refusal={refusal} />
      <More page={myInspections} />
    </Page>
  );
}
