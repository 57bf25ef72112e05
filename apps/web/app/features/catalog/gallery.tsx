import { useMessages } from '../../i18n/messages.js';
import { Picture } from '../../ui/picture.js';

/** The first photograph fills the phone; the others follow in a strip that scrolls by finger or by key. */
export function Gallery({ title, photographs }: { title: string; photographs: readonly { id: string }[] }) {
  const { text } = useMessages();
  const [first, ...others] = photographs;
  return (
    <div className="-mx-4 min-w-0 md:mx-0 md:mt-8">
      <Picture id={first?.id ?? null} alt={title} sizes="(min-width: 48rem) 34rem, 100vw" first />
      {others.length > 0 && (
        <ul className="mt-2 flex snap-x gap-2 overflow-x-auto px-4 md:px-0" tabIndex={0} aria-label={text('product.photographs')}>
          {others.map(({ id }, at) => (
            <li key={id} className="w-1/3 shrink-0 snap-start">
              <a href={`/files/photographs/${id}/960.webp`}>
                <Picture id={id} alt={text('product.photograph', { title, number: at + 2 })} sizes="12rem" />
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
