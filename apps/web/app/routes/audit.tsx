import { Form, Link, useLoaderData } from 'react-router';
import { ask, type Asked } from '../ask.server.js';
import { ACTIONS } from '../features/audit/actions.js';
import { Detail, wordIn } from '../features/audit/detail.js';
import { auditQuery, type AuditLine } from '../features/audit/queries.js';
import { useMessages } from '../i18n/messages.js';
import { Instant } from '../ui/amount.js';
import { Button, buttonLook, linkLook } from '../ui/button.js';
import { Field, Select } from '../ui/form.js';
import { dayIn } from '../ui/narrow.js';
import { Empty, Page } from '../ui/page.js';

const PARTS = ['action', 'subjectId', 'accountId', 'from', 'until'] as const;

export async function loader(asked: Asked) {
  const search = new URL(asked.request.url).searchParams;
  const text = (name: string): string | null => search.get(name)?.trim() || null;
  const asks = { after: text('after'), action: text('action'), subjectId: text('subjectId'), accountId: accountIn(search.get('accountId')), from: dayIn(asked.request, 'from'), until: dayIn(asked.request, 'until'), sort: text('sort') === 'oldest' ? ('OLDEST' as const) : ('NEWEST' as const) };
  const { auditTrail } = await ask(asked, auditQuery, asks);
  return { trail: auditTrail, asks };
}

/** Names are pressed, not typed: what is no account's id asks for nobody in particular. */
function accountIn(typed: string | null): string | null {
  return typed !== null && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(typed) ? typed : null;
}

/** Who did what to which thing; each name and thing narrows the list to itself. */
export default function Audit() {
  const { trail, asks } = useLoaderData<typeof loader>();
  const { t, text } = useMessages();
  const next = new URLSearchParams(PARTS.flatMap((name) => (asks[name] === null ? [] : [[name, asks[name]]])));
  if (asks.sort === 'OLDEST') next.set('sort', 'oldest');
  const everybody = new URLSearchParams(next);
  everybody.delete('accountId');
  if (trail.endCursor !== null) next.set('after', trail.endCursor);
  return (
    <Page title={t('audit.title')} lead={t('audit.lead')}>
      <title>{text('audit.title')}</title>
      <Form method="get" className="mb-6 grid items-end gap-4 sm:grid-cols-3" key={JSON.stringify(asks)}>
        <Actions chosen={asks.action} />
        <Field name="subjectId" label={t('audit.subjectId')} optional dir="ltr" {...(asks.subjectId === null ? {} : { defaultValue: asks.subjectId })} />
        {asks.accountId !== null && <input type="hidden" name="accountId" value={asks.accountId} />}
        {(['from', 'until'] as const).map((name) => (
          <Field key={name} type="date" name={name} label={t(`audit.${name}`)} optional {...(asks[name] === null ? {} : { defaultValue: asks[name] })} />
        ))}
        <Select name="sort" label={t('inspection.sort')} optional defaultValue={asks.sort === 'OLDEST' ? 'oldest' : ''}>
          <option value="">{t('inspection.sort.newest')}</option>
          <option value="oldest">{t('inspection.sort.oldest')}</option>
        </Select>
        <Button look="second">{t('audit.show')}</Button>
      </Form>
      <p className="mb-4 text-base text-muted">
        {asks.accountId === null ? (
          t('audit.hint')
        ) : (
          <>
            {t('audit.accountId', { name: <bdi>{trail.nodes[0]?.actorName ?? t('audit.somebody')}</bdi> })} ·{' '}
            <Link to={`?${everybody}`} className={linkLook}>
              {t('audit.everybody')}
            </Link>
          </>
        )}
      </p>
      {trail.nodes.length === 0 ? (
        <Empty title={t('audit.none')}>{t('audit.none.lead')}</Empty>
      ) : (
        <ol>
          {trail.nodes.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </ol>
      )}
      {trail.hasNextPage && (
        <Link to={`?${next}`} className={`mt-8 ${buttonLook('second')}`}>
          {t('paging.more')}
        </Link>
      )}
    </Page>
  );
}

/** What was done, in words; an action may be asked for by its beginning, which is the thing it was done to. */
function Actions({ chosen }: { chosen: string | null }) {
  const { t, text } = useMessages();
  return (
    <Select name="action" label={t('audit.action')} optional defaultValue={chosen ?? ''}>
      <option value="">{text('audit.all')}</option>
      {Object.entries(ACTIONS).map(([thing, verbs]) => (
        <optgroup key={thing} label={text(`audit.thing.${thing}`)}>
          {verbs.length > 1 && <option value={thing}>{text('audit.whole')}</option>}
          {verbs.map((verb) => (
            <option key={verb} value={`${thing}.${verb}`}>
              {text(`audit.did.${thing}.${verb}`)}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
}

/** Who did what to which thing, when, and what was noted with it; in this order on a telephone too. */
function Line({ line }: { line: AuditLine }) {
  const reader = useMessages();
  return (
    <li className="grid gap-x-6 border-t border-line py-3 sm:grid-cols-[2fr_3fr]">
      <div>
        <p className="font-medium">{wordIn(reader, `audit.did.${line.action}`, line.action)}</p>
        <p className="text-base text-muted">
          <Instant iso={line.at} /> ·{' '}
          {line.accountId === null ? (
            <bdi>{line.actorName}</bdi>
          ) : (
            <Link to={`?accountId=${line.accountId}`} className={linkLook}>
              <bdi>{line.actorName}</bdi>
            </Link>
          )}
        </p>
      </div>
      <div className="min-w-0 break-words">
        <p>
          <Link to={`?subjectId=${encodeURIComponent(line.subjectId)}`} className={linkLook}>
            {wordIn(reader, `audit.thing.${line.subjectType}`, line.subjectType)} <bdi dir="ltr">{line.subjectId.length === 36 ? line.subjectId.slice(0, 8) : line.subjectId}</bdi>
          </Link>
        </p>
        <Detail json={line.detail} />
      </div>
    </li>
  );
}
