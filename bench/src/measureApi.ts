import type {
  PortalServices,
  Progress,
} from '../../packages/local-portal/src/index.ts';
import { crowdedOrganisation } from './crowdedOrganisation.ts';
import { measureAll } from './measureAll.ts';
import { measureCrowd } from './measureCrowd.ts';
import { ordersTeam } from './ordersTeam.ts';
import { PortalLab } from './PortalLab.ts';
import type { Row } from './Row.ts';

/** Measures the routes of a built portal of its own, and recording before a crowd in another: its catalog is busy with ten thousand people. */
export async function measureApi(
  services: PortalServices,
  folder: string,
  progress: Progress,
): Promise<Row[]> {
  const around = { services, folder, progress };
  const rows: Row[] = [];
  const lab = await PortalLab.start({ ...around, name: 'api' });
  try {
    rows.push(
      ...(await measureAll({
        alice: await lab.as('alice'),
        bob: await lab.as('bob'),
        database: await lab.database('changeguard'),
        entities: ordersTeam.entities,
        restart: () => lab.portal.restart(),
        progress: text => progress.say(`… ${text}`),
      })),
    );
  } finally {
    await lab.stop();
  }
  const crowded = await PortalLab.start({
    ...around,
    name: 'crowd',
    config: crowdedOrganisation(folder, ordersTeam.ownerRef),
  });
  try {
    progress.say('… record before a crowd');
    rows.push(await measureCrowd(await crowded.as('alice')));
  } finally {
    await crowded.stop();
  }
  return rows;
}
