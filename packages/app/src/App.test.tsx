import { render, screen } from '@testing-library/react';
import App from './App';

const config = {
  app: { title: 'ChangeGuard', baseUrl: 'http://localhost:7007' },
  backend: { baseUrl: 'http://localhost:7007' },
  enableExperimentalRedirectFlow: true,
};

// The whole portal is loaded, which takes its time on a busy machine.
jest.setTimeout(60_000);

describe('App', () => {
  it('asks people to sign in with their company account', async () => {
    // The bundler puts the configuration of the running portal here, already parsed.
    const env: Record<string, unknown> = {
      NODE_ENV: 'test',
      APP_CONFIG: [{ context: 'test', data: config }],
    };
    process.env = env as NodeJS.ProcessEnv;

    render(App.createRoot());

    expect(
      await screen.findByRole(
        'button',
        { name: 'Sign In' },
        { timeout: 45_000 },
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Sign in with your company account'),
    ).toBeInTheDocument();
  });
});
