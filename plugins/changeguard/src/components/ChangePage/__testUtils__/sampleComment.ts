import { Comment } from '@changeguard/backstage-plugin-changeguard-common';

let count = 0;

/** A comment of Bob's, unless told. */
export function sampleComment(comment: Partial<Comment> = {}): Comment {
  count += 1;
  return {
    id: `10000000-0000-7000-8000-${String(count).padStart(12, '0')}`,
    changeId: '00000000-0000-7000-8000-00000000aaaa',
    author: 'user:default/bob',
    body: `Comment ${count}`,
    mentions: [],
    createdAt: '2026-11-20T10:00:00.000Z',
    editedAt: null,
    deletedAt: null,
    version: 1,
    mayEdit: false,
    ...comment,
  };
}
