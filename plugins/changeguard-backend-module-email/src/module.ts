import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { changeGuardChannelsExtensionPoint } from '@changeguard/backstage-plugin-changeguard-node';
import { EmailChannel } from './channel/EmailChannel';
import { RecipientDirectory } from './channel/RecipientDirectory';
import { SmtpHealth } from './channel/SmtpHealth';
import { readEmailConfig } from './config/readEmailConfig';
import { SmtpMailer } from './smtp/SmtpMailer';

/**
 * Adds the channel `email` to ChangeGuard, as configured in `changeguard.email`; nothing when that is absent or off.
 *
 * @public
 */
export const changeGuardEmailModule = createBackendModule({
  pluginId: 'changeguard',
  moduleId: 'email',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        channels: changeGuardChannelsExtensionPoint,
        config: coreServices.rootConfig,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
      },
      async init({ auth, catalog, channels, config, lifecycle, logger }) {
        const email = readEmailConfig(config);
        if (!email) {
          logger.info(
            'E-mail is off: changeguard.email has no smtp, or is disabled',
          );
          return;
        }
        const mailer = new SmtpMailer(email.smtp);
        lifecycle.addShutdownHook(() => mailer.close());
        channels.addChannel(
          new EmailChannel({
            config: email,
            directory: new RecipientDirectory({ auth, catalog }),
            // Read when a mail is made: the keys behind the links may be ready only after the modules.
            links: {
              forRecipient: ref => channels.unsubscribeLinks.forRecipient(ref),
            },
            mailer,
            health: new SmtpHealth(mailer),
          }),
        );
      },
    });
  },
});
