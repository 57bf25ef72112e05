import { Form, Link, useLoaderData } from 'react-router';
import { ask, type Asked } from '../ask.server.js';
import { ACTIONS } from '../features/audit/actions.js';
import { auditQuery, type AuditLine } from '../features/audit/queries.js';
import { useMessages } from '../i18n/messages.js';
import { Instant } from '../ui/amount.js';
import { Button, buttonLook, linkLook } from '../ui/button.js';
import { Field, Select } from '../ui/form.js';
import { dayIn } from '../ui/narrow.js';
import { Empty, Page, TableBox } from '../ui/page.js';

const PARTS = ['action', 'subjectId', 'accountId', 'from', 'until'] as const;

export async function loader(asked: Asked) {
  const search = new URL(asked.request.url).searchParams;
  const text = (name: string): string | null => search.get(name)?.trim() || null;
  const asks = { after: text('after'), action: text('action'), subjectId: text('subjectId'), accountId: text('accountId'), from: dayIn(asked.request, 'from'), until: dayIn(asked.request, 'until'), sort: text('sort') === 'oldest' ? ('OLDEST' as const) : ('NEWEST' as const) };
  const { auditTrail } = await ask(asked, auditQuery, asks);
  return { trail: auditTrail, asks };
}

/** Who did what to which thing; each name and thing narrows the list to itself. */
export default function Audit() {
  const { trail, asks } = useLoaderData<typeof loader>();
  const { t, text } = useMessages();
  const next = new URLSearchParams(PARTS.flatMap((name) => (asks[name] === null ? [] : [[name, asks[name]]])));
  if (asks.sort === 'OLDEST') next.set('sort', 'oldest');
  if (trail.endCursor !== null) next.set('after', trail.endCursor);
  return (
    <Page title={t('audit.title')} lead={t('audit.lead')}>
      <title>{text('audit.title')}</title>
      <Form method="get" className="mb-6 grid items-end gap-4 sm:grid-cols-3" key={JSON.stringify(asks)}>
        <Actions chosen={asks.action} />
        {(['subjectId', 'accountId'] as const).map((name) => (
          <Field key={name} name={name} label={t(`audit.${name}`)} optional {...(asks[name] === null ? {} : { defaultValue: asks[name] })} />
        ))}
        {(['from', 'until'] as const).map((name) => (
          <Field key={name} type="date" name={name} label={t(`audit.${name}`)} optional {...(asks[name] === null ? {} : { defaultValue: asks[name] })} />
        ))}
        <Select name="sort" label={t('inspection.sort')} optional defaultValue={asks.sort === 'OLDEST' ? 'oldest' : ''}>
          <option value="">{t('inspection.sort.newest')}</option>
          <option value="oldest">{t('inspection.sort.oldest')}</option>
        </Select>
        <Button look="second">{t('audit.show')}</Button>
      </Form>
      {trail.nodes.length === 0 ? (
        <Empty title={t('audit.none')}>{t('audit.none.lead')}</Empty>
      ) : (
        <TableBox label={text('audit.title')}>
          <thead>
            <tr>
              {['at', 'actor', 'did', 'thing', 'detail'].map((column) => (
                <th key={column} scope="col">
                  {t(`audit.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {trail.nodes.map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </tbody>
        </TableBox>
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

function Line({ line }: { line: AuditLine }) {
  const { text } = useMessages();
  /** A word of a house older or newer than this page stands as it was written down. */
  const word = (kind: string, code: string): string => {
    const said = text(`audit.${kind}.${code}`);
    return said === `audit.${kind}.${code}` ? code : said;
  };
  return (
    <tr className="text-base">
      <td className="whitespace-nowrap">
        <Instant iso={line.at} />
      </td>
      <td>
        {line.accountId === null ? (
          <bdi>{line.actorName}</bdi>
        ) : (
          <Link to={`?accountId=${line.accountId}`} className={linkLook}>
            <bdi>{line.actorName}</bdi>
          </Link>
        )}
      </td>
      <td>
        {word('did', line.action)}
      </td>
      <td>
        <Link to={`?subjectId=${encodeURIComponent(line.subjectId)}`} className={linkLook}>
          <bdi>
            {word('thing', line.subjectType)} <span dir="ltr">{line.subjectId.slice(0, 8)}</span>
          </bdi>
        </Link>
      </td>
      <td className="max-w-xs break-words text-sm text-muted" dir="ltr">
        {line.detail === '{}' ? '' : line.detail}
      </td>
    </tr>
  );
}
