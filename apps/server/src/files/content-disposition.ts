/** Signs that a quoted string of a header may hold as they are, without the quote, the backslash, and the percent that some clients decode. */
const plain = /[^\u0020-\u0021\u0023-\u0024\u0026-\u005b\u005d-\u007e]/g;
/** Signs besides those of `encodeURIComponent` that RFC 8187 wants encoded. */
const reserved = /['()*]/g;

/**
 * The header `Content-Disposition` (RFC 6266) with a name in any script: plain for old clients, in UTF-8 (RFC 8187) for the others.
 *
 * @param name Well-formed text.
 */
export function contentDisposition(type: 'inline' | 'attachment', name: string): string {
  const fallback = name.replace(plain, '_');
  const encoded = encodeURIComponent(name).replace(reserved, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${type}; filename="${fallback}"${fallback === name ? '' : `; filename*=UTF-8''${encoded}`}`;
}
