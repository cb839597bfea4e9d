import { ServiceUnavailableError } from '@backstage/errors';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { defaultPreferences } from '@changeguard/backstage-plugin-changeguard-common';
import { changeGuardApiRef } from '@changeguard/backstage-plugin-changeguard-react';
import { stubChangeGuardApi } from '@changeguard/backstage-plugin-changeguard-react/testUtils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PreferencesPage } from './PreferencesPage';

function open() {
  const api = stubChangeGuardApi({
    getPreferences: () => defaultPreferences,
    setPreferences: ({ body }) => body,
  });
  renderInTestApp(<PreferencesPage />, { apis: [[changeGuardApiRef, api]] });
  return api;
}

describe('PreferencesPage', () => {
  it('stores a choice at once and says so', async () => {
    const api = open();
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'Discussions, By mail' }),
    );
    expect(await screen.findByText('Saved')).toBeInTheDocument();
    expect(api.calls.at(-1)).toEqual({
      name: 'setPreferences',
      request: {
        body: {
          ...defaultPreferences,
          topics: {
            ...defaultPreferences.topics,
            discussion: { inApp: true, email: false },
          },
        },
      },
    });
  });

  it('switches the mail of every topic with one switch', async () => {
    open();
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'Send me mail' }),
    );
    expect(
      screen.getByRole('checkbox', { name: 'Breaking changes, By mail' }),
    ).toBeDisabled();
  });

  it('takes a choice back that could not be stored', async () => {
    const api = open();
    api.operations.setPreferences = () => {
      throw new ServiceUnavailableError('PostgreSQL is away');
    };
    const mail = await screen.findByRole('checkbox', { name: 'Send me mail' });
    await userEvent.click(mail);
    expect(await screen.findByText('PostgreSQL is away')).toBeInTheDocument();
    await waitFor(() => expect(mail).toBeChecked());
  });
});
