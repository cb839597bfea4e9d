import { openApi31 } from '../schema-containment/Dialect';
import { ApiDocument, Located } from './ApiDocument';
import { matchMembers } from './matchMembers';

const MEMBERS = 60;

/** Members that nothing in the other version is the same as; counts how often they are read. */
function listOf(word: string, onRead: () => void) {
  return Array.from({ length: MEMBERS }, (_, index) => ({
    type: 'object',
    properties: {
      get [`${word}${index}`]() {
        onRead();
        return { type: 'string' };
      },
    },
  }));
}

describe('matching the members of two lists', () => {
  it('reads each as often as there are ways to match, however many others there are', () => {
    let reads = 0;
    const onRead = () => {
      reads++;
    };
    const [base, revision] = (['base', 'revision'] as const).map(id => {
      const root = { oneOf: listOf(id, onRead) };
      return new ApiDocument(id, root, openApi31);
    });
    const childOf =
      (document: ApiDocument) =>
      (parent: Located, ...[word, index]: (string | number)[]) =>
        document.items(parent, `${word}`)[Number(index)];
    const { added, removed } = matchMembers(base.root, revision.root, 'oneOf', {
      baseChild: childOf(base),
      revisionChild: childOf(revision),
      isPart: false,
    });
    expect([added.length, removed.length]).toEqual([MEMBERS, MEMBERS]);
    expect(reads / (2 * MEMBERS)).toBeLessThan(10);
  });
});
