import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import Router from 'express-promise-router';

/**
 * The floor that ChangeGuard's speed is measured against: an authenticated route that does one `select 1`, one that does
 * one insert and commit, and one that reads an answer by its key which the bench has put there, finished. It is there only when
 * `changeguardFloor.enabled` is set, which only the bench does.
 */
export default createBackendPlugin({
  pluginId: 'changeguard-floor',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
      },
      async init({ config, database, httpAuth, httpRouter }) {
        if (!config.getOptionalBoolean('changeguardFloor.enabled')) return;
        const knex = await database.getClient();
        await knex.raw(
          'create table if not exists floor (id bigint generated always as identity primary key, at timestamptz not null)',
        );
        await knex.raw(
          'create table if not exists finished (id text primary key, answer text not null)',
        );
        const router = Router();
        router.get('/read', async (req, res) => {
          await httpAuth.credentials(req, { allow: ['user'] });
          await knex.raw('select 1');
          res.json({ ok: true });
        });
        router.get('/finished/:id', async (req, res) => {
          await httpAuth.credentials(req, { allow: ['user'] });
          const { rows } = await knex.raw<{ rows: { answer: string }[] }>(
            'select answer from finished where id = ?',
            [req.params.id],
          );
          if (!rows[0]) throw new NotFoundError('There is no such answer');
          res.type('json').send(rows[0].answer);
        });
        router.post('/write', async (req, res) => {
          await httpAuth.credentials(req, { allow: ['user'] });
          await knex.transaction(tx =>
            tx.raw('insert into floor (at) values (now())'),
          );
          res.status(201).json({ ok: true });
        });
        httpRouter.use(router);
      },
    });
  },
});
