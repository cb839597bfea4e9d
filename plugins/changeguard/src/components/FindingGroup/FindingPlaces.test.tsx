import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  DetectedFinding,
  groupFindings,
} from '@changeguard/backstage-plugin-changeguard-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { sharedFindings } from './__testUtils__/sharedFindings';
import { FindingPlaces } from './FindingPlaces';

const [first] = sharedFindings;

function show(findings: DetectedFinding[]) {
  const [group] = groupFindings(findings, { acceptedApart: false });
  renderInTestApp(<FindingPlaces group={group} />);
}

describe('FindingPlaces', () => {
  it('opens and closes by keyboard, and says whether it is open', async () => {
    show([...sharedFindings]);
    const button = await screen.findByRole('button', {
      name: 'In 3 places: The property total has another type (number → string).',
    });
    expect(button).toHaveAttribute('aria-expanded', 'false');
    button.focus();
    await userEvent.keyboard('{Enter}');
    expect(button).toHaveAttribute('aria-expanded', 'true');
    expect(
      screen.getAllByRole('listitem').map(place => place.textContent),
    ).toEqual([
      `GET /orders${first.message}`,
      // Where it is told in the same words they are not repeated.
      'POST /orders',
      'GET /orders/{id}',
    ]);
    expect(
      document.getElementById(button.getAttribute('aria-controls')!),
    ).toContainElement(screen.getByRole('list'));
    await userEvent.keyboard(' ');
    expect(screen.queryByRole('list')).toBeNull();
  });

  it('says how many are accepted without opening', async () => {
    const [one, ...others] = sharedFindings;
    const accepted = { by: 'acceptance', id: 'one', link: '#' } as const;
    show([{ ...one, accepted }, ...others]);
    expect(await screen.findByText('1 of 3 accepted')).toBeInTheDocument();
  });

  it('says of which place its buttons are', async () => {
    const [group] = groupFindings([...sharedFindings], {
      acceptedApart: false,
    });
    renderInTestApp(
      <FindingPlaces group={group} actions={() => <button>Accept</button>} />,
    );
    await userEvent.click(
      await screen.findByRole('button', { name: /^In 3 places/ }),
    );
    const place = screen.getByRole('group', { name: 'POST /orders' });
    expect(place).toContainElement(
      screen.getAllByRole('button', { name: 'Accept' })[1],
    );
  });

  it('draws hundreds of places in steps', async () => {
    show(
      Array.from({ length: 60 }, (_, index) => ({
        ...first,
        operation: `GET /orders/${index}`,
        fingerprint: String(index).padStart(64, '0'),
      })),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: /^In 60 places/ }),
    );
    expect(screen.getAllByRole('listitem')).toHaveLength(25);
    for (const [step, next] of [
      ['25 more places', 25],
      ['10 more places', 50],
    ] as const) {
      await userEvent.click(
        screen.getByRole('button', { name: `Show ${step}` }),
      );
      expect(screen.getAllByRole('listitem')[next]).toHaveFocus();
    }
    expect(screen.getAllByRole('listitem')).toHaveLength(60);
    expect(screen.queryByRole('button', { name: /^Show/ })).toBeNull();
  });
});
