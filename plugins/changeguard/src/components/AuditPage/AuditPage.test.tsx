import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { fetchApiRef } from '@backstage/frontend-plugin-api';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type {
  AuditEntry,
  AuditVerification,
} from '@changeguard/backstage-plugin-changeguard-common';
import {
  changeGuardApiRef,
  changeGuardRouteRef,
} from '@changeguard/backstage-plugin-changeguard-react';
import {
  sampleAuditEntry,
  stubChangeGuardApi,
  StubbedOperations,
} from '@changeguard/backstage-plugin-changeguard-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AuditPage } from './AuditPage';

const hash = 'ab'.repeat(32);

function verified(changed: Partial<AuditVerification>): AuditVerification {
  return {
    outcome: 'intact',
    fromSeq: 1,
    toSeq: 5_000,
    headSeq: 8_000,
    nextSeq: null,
    firstBad: null,
    remainderNotProved: 0,
    checkpoint: null,
    checkedAt: '2026-11-20T10:00:00.000Z',
    ...changed,
  };
}

function open(
  records: AuditEntry[],
  options: {
    search?: string;
    operations?: StubbedOperations;
    fetch?: typeof fetch;
  } = {},
) {
  const api = stubChangeGuardApi({
    listAudit: () => ({ items: records, nextCursor: null }),
    getAuditChain: () => ({
      head: { seq: 8_000, hash, sealedAt: '2026-11-20T10:00:00.000Z' },
      unsealed: 0,
      oldestUnsealedAt: null,
      checkpoint: {
        seq: 7_500,
        hash,
        at: '2026-11-20T09:00:00.000Z',
        keyId: '0123456789abcdef',
        signature: 'c2lnbmVk',
      },
      publicKey: 'a key',
      retainedFromSeq: 1,
    }),
    ...options.operations,
  });
  renderInTestApp(<AuditPage />, {
    mountPath: '/changeguard/audit',
    initialRouteEntries: [`/changeguard/audit${options.search ?? ''}`],
    mountedRoutes: {
      '/changeguard': changeGuardRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef,
    },
    apis: [
      [changeGuardApiRef, api],
      [catalogApiRef, catalogApiMock({ entities: [] })],
      mockApis.permission(),
      ...(options.fetch
        ? ([[fetchApiRef, { fetch: options.fetch }]] as const)
        : []),
    ],
  });
  return api;
}

const callsOf = (api: ReturnType<typeof open>, name: string) =>
  api.calls.filter(call => call.name === name).map(({ request }) => request);

const button = (name: string) => screen.getByRole('button', { name });

describe('AuditPage', () => {
  it('says how far the chain is sealed and who signed the newest checkpoint', async () => {
    open([]);
    const chain = await screen.findByRole('region', { name: 'Hash chain' });
    await waitFor(() =>
      expect(chain).toHaveTextContent('Sealed up to record #8000'),
    );
    expect(chain).toHaveTextContent('record #7500');
    expect(chain).toHaveTextContent('0123456789abcdef');
  });

  it('takes its filters from the URL and leaves out what is none', async () => {
    const api = open([], {
      search:
        '?actor=user:default/bob&entityRef=nonsense&outcome=denied&action=comment.added&from=2026-11-01T00:00:00.000Z&changeId=7',
    });
    expect(await screen.findByText('No records match')).toBeInTheDocument();
    expect(callsOf(api, 'listAudit')[0]).toMatchObject({
      query: {
        actor: ['user:default/bob'],
        entityRef: undefined,
        changeId: undefined,
        outcome: ['denied'],
        action: ['comment.added'],
        from: '2026-11-01T00:00:00.000Z',
      },
    });
  });

  it('opens a record: from where, before and after, its place and hash', async () => {
    open([
      sampleAuditEntry({
        seq: 41,
        outcome: 'denied',
        reason: "Only an owner of 'api:default/orders' may record a change",
        before: { title: 'Old name' },
        after: { title: 'New name' },
      }),
    ]);
    const row = await screen.findByRole('listitem');
    expect(row).toHaveTextContent('Denied');
    expect(row).not.toHaveTextContent('192.0.2.7');
    await userEvent.click(button('Details of record #41'));
    expect(row).toHaveTextContent('192.0.2.7');
    expect(row).toHaveTextContent(hash);
    expect(row).toHaveTextContent(
      "Refused becauseOnly an owner of 'api:default/orders' may record a change",
    );
    expect(row).toHaveTextContent('Title: Old name → New name');
  });

  it('checks the chain stretch by stretch and says what it found', async () => {
    const stretches = [
      verified({ nextSeq: 5_001, remainderNotProved: 2 }),
      verified({
        fromSeq: 5_001,
        toSeq: 8_000,
        remainderNotProved: 3,
        checkpoint: {
          seq: 7_500,
          at: '2026-11-20T09:00:00.000Z',
          verified: true,
        },
      }),
    ];
    const api = open([], {
      operations: { verifyAudit: () => stretches.shift()! },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Verify now' }),
    );
    const found = await screen.findByText(/Intact: records 1 to 8000/);
    expect(found).toHaveTextContent('Checkpoint at record 7500 is verified.');
    expect(found).toHaveTextContent(
      'What is left of 5 erased records is not proved',
    );
    expect(callsOf(api, 'verifyAudit')).toEqual([
      expect.objectContaining({ query: { fromSeq: 1 } }),
      expect.objectContaining({ query: { fromSeq: 5_001 } }),
    ]);
  });

  it('names the first bad record and leads to it', async () => {
    const bad = sampleAuditEntry({ seq: 345 });
    const api = open([bad], {
      operations: {
        verifyAudit: () =>
          verified({
            outcome: 'broken',
            toSeq: 344,
            firstBad: { seq: 345, recordId: bad.id, reason: 'wrong-digest' },
          }),
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Verify now' }),
    );
    expect(await screen.findByText('Broken at record 345')).toBeInTheDocument();
    expect(
      screen.getByText('Its content was changed after it was sealed.'),
    ).toBeInTheDocument();
    await userEvent.click(button('Show the record'));
    await waitFor(() =>
      expect(callsOf(api, 'listAudit')).toContainEqual(
        expect.objectContaining({
          query: expect.objectContaining({ id: [bad.id] }),
        }),
      ),
    );
  });

  it('stops checking when told to, and goes on from there', async () => {
    let answer: (stretch: AuditVerification) => void = () => {};
    const api = open([], {
      operations: {
        verifyAudit: ({ query }) =>
          query?.fromSeq === 1
            ? verified({ nextSeq: 5_001 })
            : new Promise(resolve => {
                answer = resolve;
              }),
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Verify now' }),
    );
    await screen.findByText('Checked up to record 5000 of 8000');
    await userEvent.click(button('Stop'));
    expect(
      await screen.findByText(/Stopped after record 5000/),
    ).toBeInTheDocument();
    await userEvent.click(button('Go on'));
    await waitFor(() =>
      expect(callsOf(api, 'verifyAudit')[2]).toMatchObject({
        query: { fromSeq: 5_001 },
      }),
    );
    answer(verified({ fromSeq: 5_001, toSeq: 8_000 }));
    expect(
      await screen.findByText(/Intact: records 1 to 8000/),
    ).toBeInTheDocument();
  });

  /** Exports in as many answers as there are texts, by the given button after each that broke off; answers what was asked and saved. */
  const exportInTurn = async (
    search: string,
    again: string,
    texts: string[],
  ) => {
    const saved: Blob[] = [];
    URL.createObjectURL = blob => {
      saved.push(blob as Blob);
      return 'blob:export';
    };
    URL.revokeObjectURL = () => {};
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
    const asked: string[] = [];
    open([], {
      search,
      fetch: async input => {
        asked.push(String(input));
        return streamed(texts[asked.length - 1]);
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export…' }),
    );
    await userEvent.click(
      within(screen.getByRole('dialog')).getByRole('button', {
        name: 'Export',
      }),
    );
    expect(
      await screen.findByText('The answer ended before its last line.'),
    ).toBeInTheDocument();
    await userEvent.click(button(again));
    expect(await screen.findByText(/^Exported/)).toBeInTheDocument();
    return { asked, sizes: saved.map(({ size }) => size) };
  };
  const begun = '{"changeguardAudit":1}\n{"seq":1,"record":null}\n';

  it('resumes an export that broke off after its last whole record', async () => {
    const rest =
      '{"changeguardAudit":1}\n{"seq":2,"record":null}\n{"trailer":{}}\n';
    const { asked, sizes } = await exportInTurn('', 'Resume', [
      `${begun}{"seq":2,"rec`,
      rest,
    ]);
    expect(asked).toEqual([
      'plugin://changeguard/audit/export?format=jsonl',
      'plugin://changeguard/audit/export?format=jsonl&fromSeq=2',
    ]);
    expect(sizes).toEqual([begun.length + rest.length]);
  });

  it('starts an export with filters again that broke off, since its parts would not follow each other', async () => {
    const whole = `${begun}{"trailer":{}}\n`;
    const { asked, sizes } = await exportInTurn(
      '?outcome=denied',
      'Start again',
      [`${begun}{"seq":2,"rec`, whole],
    );
    expect(asked).toEqual(
      Array(2).fill(
        'plugin://changeguard/audit/export?format=jsonl&outcome=denied',
      ),
    );
    expect(sizes).toEqual([whole.length]);
  });
});

/** An answer whose body is read as a stream; jsdom has no `Response` of its own. */
function streamed(text: string): Response {
  const chunks = [new TextEncoder().encode(text)];
  return {
    ok: true,
    body: {
      getReader: () => ({
        read: async () => {
          const value = chunks.shift();
          return value ? { done: false, value } : { done: true };
        },
      }),
    },
  } as unknown as Response;
}
