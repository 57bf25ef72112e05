import { useMessages } from '../../i18n/messages.js';
import { linkLook } from '../../ui/button.js';
import { Empty } from '../../ui/page.js';
import { Pill } from '../../ui/pill.js';
import type { ExportFile } from './queries.js';

/** The papers that travel with the goods, and what still holds one back. */
export function Papers({ file }: { file: ExportFile | null }) {
  const { t, text } = useMessages();
  if (file === null) return <Empty title={t('papers.none')}>{t('papers.none.lead')}</Empty>;
  const ready = file.papers.filter(({ state }) => isReady(state)).length;
  return (
    <>
      <p className="mb-2 text-muted">{t('papers.count', { ready, all: file.papers.length })}</p>
      <ul>
        {file.papers.map((paper) => (
          <li key={paper.kind} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line py-3">
            <div>
              <p className="font-medium">{t(`paper.${paper.kind}`)}</p>
              {paper.number && (
                <p className="text-sm text-muted">
                  <bdi>{paper.number}</bdi>
                </p>
              )}
              {paper.problems.map((problem) => (
                <p key={problem} className="text-sm text-terracotta" dir="auto">
                  {problem}
                </p>
              ))}
            </div>
            {paper.url !== null && isReady(paper.state) ? (
              <a href={paper.url} className={`${linkLook} inline-flex min-h-12 items-center`} aria-label={text('papers.download.named', { paper: text(`paper.${paper.kind}`) })}>
                {t('papers.download')}
              </a>
            ) : (
              <Pill tone={paper.problems.length > 0 ? 'wrong' : 'waiting'}>{t(paper.problems.length > 0 ? 'papers.wrong' : 'papers.waiting')}</Pill>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function isReady(state: string): boolean {
  return /^(ready|issued|rendered|complete|valid)$/i.test(state);
}
