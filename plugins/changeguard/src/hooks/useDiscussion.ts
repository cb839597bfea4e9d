import { useApi } from '@backstage/frontend-plugin-api';
import { Comment } from '@changeguard/backstage-plugin-changeguard-common';
import {
  changeGuardApiRef,
  useLiveRefresh,
  useLoad,
} from '@changeguard/backstage-plugin-changeguard-react';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { collectPages } from './collectPages';

/** A change's discussion, and what one can do in it. */
export interface Discussion {
  /** Undefined until the first answer. */
  shown: Comment[] | undefined;
  /** Comments that came while showing them would have moved what is being read or written. */
  waiting: number;
  /** Whether a comment came while the page was open. */
  isFresh: (comment: Comment) => boolean;
  showWaiting: () => void;
  error: Error | undefined;
  refresh: () => Promise<void>;
  post: (body: string, idempotencyKey: string) => Promise<void>;
  edit: (comment: Comment, body: string) => Promise<void>;
  remove: (comment: Comment) => Promise<void>;
}

/**
 * The discussion of a change, kept up to date.
 *
 * @param options - `holdBack`: asked when others' comments arrive; true keeps them waiting until they are asked for. Edits and
 * deletions are shown where they are.
 */
export function useDiscussion(
  changeId: string,
  options: { holdBack: () => boolean },
): Discussion {
  const api = useApi(changeGuardApiRef);
  const params = { id: changeId };
  const { value, error, refresh, replace } = useLoad(async signal => {
    const { items } = await collectPages(cursor =>
      api.call('listComments', {
        params,
        query: { limit: 100, cursor },
        signal,
      }),
    );
    return items;
  }, changeId);
  useLiveRefresh(refresh, { changeId });

  const [known, setKnown] = useState<ReadonlySet<string>>();
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const { holdBack } = options;

  const show = useCallback((comments: Comment[], arrived: Comment[]) => {
    setKnown(new Set(comments.map(({ id }) => id)));
    setFresh(old => new Set([...old, ...arrived.map(({ id }) => id)]));
  }, []);

  const arrived = (value ?? []).filter(({ id }) => !known?.has(id));
  // Only what arrives is judged: what waits goes on waiting until it is asked for.
  const judge = useRef<(comments: Comment[]) => void>();
  judge.current = comments => {
    if (!known) show(comments, []);
    else if (arrived.length > 0 && !holdBack()) show(comments, arrived);
  };
  useLayoutEffect(() => {
    if (value) judge.current?.(value);
  }, [value]);

  const put = (comment: Comment) =>
    replace((value ?? []).map(one => (one.id === comment.id ? comment : one)));

  return {
    shown: known && value?.filter(({ id }) => known.has(id)),
    waiting: known ? arrived.length : 0,
    isFresh: ({ id }) => fresh.has(id),
    showWaiting: () => show(value ?? [], arrived),
    error,
    refresh,
    post: async (body, idempotencyKey) => {
      const comment = await api.call('addComment', {
        params,
        body: { body },
        idempotencyKey,
      });
      const others = (value ?? []).filter(({ id }) => id !== comment.id);
      show([...others, comment], arrived);
      replace([...others, comment]);
    },
    edit: async (comment, body) =>
      put(
        await api.call('editComment', {
          params: { ...params, commentId: comment.id },
          body: { body },
          ifMatch: comment.version,
        }),
      ),
    remove: async comment =>
      put(
        await api.call('deleteComment', {
          params: { ...params, commentId: comment.id },
          ifMatch: comment.version,
        }),
      ),
  };
}
