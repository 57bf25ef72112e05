import { useMessages } from '../i18n/messages.js';

interface PictureProps {
  /** Null when a piece has no photograph yet. */
  id: string | null;
  alt: string;
  sizes: string;
  /** The one picture that decides how soon the page looks finished. */
  first?: boolean;
  className?: string;
}

const WIDTHS = [320, 640, 960] as const;

/** Every photograph stands in the same 4:5 frame, so that nothing moves when it arrives. */
export function Picture({ id, alt, sizes, first = false, className = '' }: PictureProps) {
  const { text } = useMessages();
  const frame = `block aspect-4/5 w-full bg-plaster object-cover ${className}`;
  if (id === null) {
    return <span className={`${frame} !grid place-items-center p-4 text-center text-sm text-muted`}>{text('picture.none')}</span>;
  }
  const sources = (format: 'avif' | 'webp'): string => WIDTHS.map((width) => `/files/photographs/${id}/${width}.${format} ${width}w`).join(', ');
  return (
    <picture>
      <source type="image/avif" sizes={sizes} srcSet={sources('avif')} />
      <img
        src={`/files/photographs/${id}/640.webp`}
        srcSet={sources('webp')}
        sizes={sizes}
        alt={alt}
        width={640}
        height={800}
        loading={first ? 'eager' : 'lazy'}
        fetchPriority={first ? 'high' : 'auto'}
        decoding="async"
        className={frame}
      />
    </picture>
  );
}
