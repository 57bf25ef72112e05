import { Form, Link, useLoaderData } from 'react-router';
import { ask, type Asked } from '../ask.server.js';
import { auditQuery, type AuditLine } from '../features/audit/queries.js';
import { useMessages } from '../i18n/messages.js';
import { Instant } from '../ui/amount.js';
import { Button, buttonLook, linkLook } from '../ui/button.js';
import { Field } from '../ui/form.js';
import { Empty, Page, TableBox } from '../ui/page.js';

const PARTS = ['action', 'subjectId', 'accountId'] as const;

export async function loader(asked: Asked) {
  const search = new URL(asked.request.url).searchParams;
  const text = (name: string): string | null => search.get(name)?.trim() || null;
  const asks = { after: text('after'), action: text('action'), subjectId: text('subjectId'), accountId: text('accountId') };
  const { auditTrail } = await ask(asked, auditQuery, asks);
  return { trail: auditTrail, asks };
}

/** Who did what to which thing; each name and thing narrows the list to itself. */
export default function Audit() {
  const { trail, asks } = useLoaderData<typeof loader>();
  const { t, text } = useMessages();
  const next = new URLSearchParams(PARTS.flatMap((name) => (asks[name] === null ? [] : [[name, asks[name]]])));
  if (trail.endCursor !== null) next.set('after', trail.endCursor);
  return (
    <Page title={t('audit.title')} lead={t('audit.lead')}>
      <title>{text('audit.title')}</title>
      <Form method="get" className="mb-6 grid items-end gap-4 sm:grid-cols-[1fr_1fr_1fr_auto]" key={JSON.stringify(asks)}>
        {PARTS.map((name) => (
          <Field key={name} name={name} label={t(`audit.${name}`)} optional {...(asks[name] === null ? {} : { defaultValue: asks[name] })} />
        ))}
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

function Line({ line }: { line: AuditLine }) {
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
        <bdi>{line.action}</bdi>
      </td>
      <td>
        <Link to={`?subjectId=${encodeURIComponent(line.subjectId)}`} className={linkLook}>
          <bdi>
            {line.subjectType} {line.subjectId.slice(0, 8)}
          </bdi>
        </Link>
      </td>
      <td className="max-w-xs break-words text-sm text-muted" dir="ltr">
        {line.detail === '{}' ? '' : line.detail}
      </td>
    </tr>
  );
}
