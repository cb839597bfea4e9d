import pg from 'pg';
import {
  startBuiltPortal,
  userToken,
  type BuiltPortal,
  type ConfigTree,
  type PortalServices,
  type Progress,
} from '../../packages/local-portal/src/index.ts';
import { Caller } from './Caller.ts';
import { unhindered } from './unhindered.ts';

/** A built portal on databases of its own, with the floor's routes, people who call it, and a look into its databases. */
export class PortalLab {
  readonly portal: BuiltPortal;
  readonly #databaseUrl: (plugin: string) => string;
  readonly #callers: Caller[] = [];
  readonly #databases: pg.Client[] = [];

  private constructor(
    portal: BuiltPortal,
    databaseUrl: (plugin: string) => string,
  ) {
    this.portal = portal;
    this.#databaseUrl = databaseUrl;
  }

  /**
   * @param options - `name` tells it and its databases apart; `changeguard` is added to ChangeGuard's configuration, `config` to the portal's
   */
  static async start(options: {
    services: PortalServices;
    folder: string;
    progress: Progress;
    name: string;
    changeguard?: ConfigTree;
    config?: ConfigTree;
  }): Promise<PortalLab> {
    const { services, folder, progress, name, changeguard, config } = options;
    const databasePrefix = `bench_${name}_`;
    const portal = await startBuiltPortal({
      services,
      folder,
      name,
      databasePrefix,
      progress,
      config: {
        ...config,
        changeguardFloor: { enabled: true },
        changeguard: { ...unhindered, ...changeguard },
      },
    });
    const { url } = services.postgres.connection;
    return new PortalLab(portal, plugin => `${url}/${databasePrefix}${plugin}`);
  }

  /** Somebody of the sample organisation, signed in. */
  async as(person: string): Promise<Caller> {
    const { baseUrl } = this.portal;
    const caller = new Caller(baseUrl, await userToken(person, baseUrl));
    this.#callers.push(caller);
    return caller;
  }

  /** A connection to the database of a plugin. */
  async database(plugin: string): Promise<pg.Client> {
    const database = new pg.Client({
      connectionString: this.#databaseUrl(plugin),
    });
    await database.connect();
    this.#databases.push(database);
    await database.query('create extension if not exists pg_stat_statements');
    return database;
  }

  async stop(): Promise<void> {
    this.#callers.forEach(caller => caller.close());
    await Promise.all(this.#databases.map(database => database.end()));
    await this.portal.stop();
  }
}
