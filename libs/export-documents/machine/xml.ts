/** `@name` is an attribute, `#` the text; an array repeats its element; what is absent leaves nothing behind. */
export type XmlNode = { readonly [name: string]: unknown };

/**
 * One element and what is in it, indented. A dozen times faster than building a document tree first, and an invoice
 * is written for every paper printed.
 */
export function element(name: string, value: unknown, indent = ''): string {
  if (value === undefined || value === null || value === false) return '';
  if (Array.isArray(value)) return value.map((one) => element(name, one, indent)).join('');
  if (typeof value !== 'object') return `${indent}<${name}>${escaped(String(value))}</${name}>\n`;
  const entries = Object.entries(value);
  const attributes = entries.filter(([key]) => key.startsWith('@')).map(([key, text]) => ` ${key.slice(1)}="${escaped(String(text))}"`).join('');
  if ('#' in value) return `${indent}<${name}${attributes}>${escaped(String(value['#']))}</${name}>\n`;
  const inside = entries.filter(([key]) => !key.startsWith('@')).map(([key, child]) => element(key, child, `${indent}  `)).join('');
  return inside === '' ? `${indent}<${name}${attributes}/>\n` : `${indent}<${name}${attributes}>\n${inside}${indent}</${name}>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };
/** What XML 1.0 cannot hold at all (§2.2) is left out. */
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

function escaped(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[<>&"]/g, (c) => ENTITIES[c]!);
}
