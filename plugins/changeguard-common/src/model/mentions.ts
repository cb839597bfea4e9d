import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

const mention =
  /(?<![\w/])@((?:user|group):[\w.-]+\/[\w.-]+|[a-zA-Z0-9][\w.-]*)/g;
const code = /```[\s\S]*?```|`[^`\n]*`/g;

function withoutPunctuation(written: string): string {
  return written.replace(/[.-]+$/, '');
}

function entityRefOf(name: string): string {
  return stringifyEntityRef(
    parseEntityRef(name, {
      defaultKind: 'User',
      defaultNamespace: 'default',
    }),
  );
}

/**
 * The users and groups that a markdown text mentions, as entity refs in order of appearance, without repeats.
 * `@bob` is short for `@user:default/bob`; text in code spans and fences does not mention anybody.
 *
 * @public
 */
export function findMentions(markdown: string): string[] {
  const found = new Set<string>();
  for (const [, written] of markdown.replace(code, ' ').matchAll(mention)) {
    found.add(entityRefOf(withoutPunctuation(written)));
  }
  return [...found];
}

/**
 * The markdown with every mention outside code replaced by what `replace` answers for the entity it names; finds the same
 * mentions as {@link findMentions}.
 *
 * @public
 */
export function replaceMentions(
  markdown: string,
  replace: (entityRef: string) => string,
): string {
  const codeSpans = markdown.match(code) ?? [];
  return markdown
    .split(code)
    .map(
      (prose, at) =>
        prose.replace(mention, (_, written: string) => {
          const name = withoutPunctuation(written);
          return replace(entityRefOf(name)) + written.slice(name.length);
        }) + (codeSpans[at] ?? ''),
    )
    .join('');
}
