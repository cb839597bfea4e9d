import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

const mention =
  /(?<![\w/])@((?:user|group):[\w.-]+\/[\w.-]+|[a-zA-Z0-9][\w.-]*)/g;
const code = /```[\s\S]*?```|`[^`\n]*`/g;

/**
 * The users and groups that a markdown text mentions, as entity refs in order of appearance, without repeats.
 * `@bob` is short for `@user:default/bob`; text in code spans and fences does not mention anybody.
 *
 * @public
 */
export function findMentions(markdown: string): string[] {
  const found = new Set<string>();
  for (const [, written] of markdown.replace(code, ' ').matchAll(mention)) {
    const name = written.replace(/[.-]+$/, '');
    found.add(
      stringifyEntityRef(
        parseEntityRef(name, {
          defaultKind: 'User',
          defaultNamespace: 'default',
        }),
      ),
    );
  }
  return [...found];
}
