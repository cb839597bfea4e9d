import { createApp } from '@backstage/frontend-defaults';
import { homeModule } from './modules/home/homeModule';
import { navModule } from './modules/nav/navModule';
import { signInModule } from './modules/signIn/signInModule';

// Plugins are found by themselves: every dependency of this package that is one (`app.packages: all`
// in app-config.yaml). Only what belongs to this portal alone is named here.
export default createApp({
  features: [homeModule, navModule, signInModule],
});
