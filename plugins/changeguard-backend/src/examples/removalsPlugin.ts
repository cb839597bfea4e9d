import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { changeGuardServiceRef } from '@changeguard/backstage-plugin-changeguard-node';
import express from 'express';
import Router from 'express-promise-router';

export const removalsPlugin = createBackendPlugin({
  pluginId: 'removals',
  register(env) {
    env.registerInit({
      deps: {
        changeGuard: changeGuardServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
      },
      async init({ changeGuard, httpAuth, httpRouter }) {
        const router = Router();
        router.use(express.json());
        router.post('/', async (req, res) => {
          const credentials = await httpAuth.credentials(req, {
            allow: ['user'],
          });
          const { id } = await changeGuard.record(
            {
              entityRef: req.body.entityRef,
              title: `Remove ${req.body.field}`,
              source: 'plugin',
            },
            { credentials },
          );
          res.status(201).json({ id });
        });
        httpRouter.use(router);
      },
    });
  },
});
