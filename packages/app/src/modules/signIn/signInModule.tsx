import { SignInPage } from '@backstage/core-components';
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';
import { oidcAuthApi } from './oidcAuthApi';
import { oidcAuthApiRef } from './oidcAuthApiRef';

const signInPage = SignInPageBlueprint.make({
  params: {
    loader: async () => props =>
      (
        <SignInPage
          {...props}
          title="ChangeGuard portal"
          align="center"
          provider={{
            id: 'oidc',
            title: 'Company account',
            message: 'Sign in with your company account',
            apiRef: oidcAuthApiRef,
          }}
        />
      ),
  },
});

/** Signs people in by OpenID Connect; there is no guest. */
export const signInModule = createFrontendModule({
  pluginId: 'app',
  extensions: [oidcAuthApi, signInPage],
});
