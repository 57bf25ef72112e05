import { data, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ask } from '../../ask.server.js';
import { PrintButton } from '../../features/certificate/print-button.js';
import { completionQuery } from '../../features/training/queries.js';
import { titleIn } from '../../features/training/words.js';
import { useMessages } from '../../i18n/messages.js';
import { Day, Days } from '../../ui/amount.js';
import { Icon, Star } from '../../ui/icons.js';
import { Facts, Page } from '../../ui/page.js';

/** A number no centre issued is an answer too. */
export async function loader(asked: LoaderFunctionArgs) {
  const { trainingCompletion } = await ask(asked, completionQuery, { number: (asked.params.number ?? '').slice(0, 40) });
  return data(trainingCompletion, { status: trainingCompletion.genuine ? 200 : 404 });
}

/** Whether a certificate of completion is genuine, and whose it is. Prints to one sheet. */
export default function CompletionPage() {
  const { number, genuine, session, artisan, issuedOn, assessorName } = useLoaderData<typeof loader>();
  const { t, text, lang } = useMessages();
  return (
    <Page title={t('completion.title', { number })} width="text">
      <title>{text('completion.title', { number })}</title>
      <div className={`flex items-center gap-3 border-s-4 p-4 ${genuine ? 'border-mint-ink bg-mint-soft text-mint-ink' : 'border-terracotta bg-plaster text-terracotta'}`}>
        {genuine ? <Star size={32} /> : <Icon name="warning" size={32} />}
        <p className="text-xl font-medium">{genuine ? t('completion.genuine') : t('completion.unknown')}</p>
      </div>
      {session && artisan && issuedOn && (
        <div className="mt-6">
          <Facts
            rows={[
              [t('certificate.maker'), <bdi key="m" className="text-xl">{(lang === 'ar' ? artisan.nameArabic : artisan.nameLatin) ?? artisan.nameLatin ?? artisan.nameArabic}</bdi>],
              [t('completion.training'), <span key="t" dir="auto">{titleIn(lang, session)}</span>],
              [t('completion.programme'), <span key="p" dir="auto">{session.programme}</span>],
              [t('certificate.centre'), session.centre[lang]],
              [t('completion.days'), <span key="d"><Days from={session.startsOn} to={session.endsOn} />, <bdi>{session.place}</bdi></span>],
              [t('completion.trainer'), <bdi key="r">{session.trainer}</bdi>],
              [t('completion.learned'), session.criteria.map((criterion) => criterion[lang]).join(lang === 'ar' ? '، ' : ', ')],
              [t('completion.assessor'), <bdi key="a">{assessorName}</bdi>],
              [t('completion.issued'), <Day key="i" iso={issuedOn} />],
            ]}
          />
        </div>
      )}
      <PrintButton />
    </Page>
  );
}
