const replacements: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Markup that is safe to send: made by {@link html}, or sanitised. A plain string is never taken for it. */
export class SafeHtml {
  constructor(readonly markup: string) {}
}

type Value = string | number | SafeHtml | null | readonly SafeHtml[];

/** Builds markup from a template; everything put into it is escaped unless it is {@link SafeHtml} itself. */
export function html(
  parts: TemplateStringsArray,
  ...values: readonly Value[]
): SafeHtml {
  return new SafeHtml(
    parts.reduce((markup, part, i) => markup + write(values[i - 1]) + part),
  );
}

/** Escapes a text for element content and for quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => replacements[character]);
}

function write(value: Value): string {
  if (value === null) {
    return '';
  }
  if (value instanceof SafeHtml) {
    return value.markup;
  }
  return typeof value === 'object'
    ? value.map(item => item.markup).join('')
    : escapeHtml(String(value));
}
