/**
 * The page that explains a rule, where a portal says where such pages are.
 *
 * @param template - an address with `{rule}`, and with `{format}` where each format has a page of its own, such as
 *   `https://git.example.com/platform/changeguard/blob/main/docs/rules/{format}.md#{rule}`.
 * @returns undefined for a template without `{rule}`, and for an address that is no page of the web: nothing else may become a link.
 * @public
 */
export function rulePageUrl(
  template: string,
  about: { format: string; rule: string },
): string | undefined {
  if (!template.includes('{rule}')) return undefined;
  const filled = template.replace(
    /\{(format|rule)\}/g,
    (_, name: 'format' | 'rule') => encodeURIComponent(about[name]),
  );
  if (!URL.canParse(filled)) return undefined;
  const { protocol, href } = new URL(filled);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
