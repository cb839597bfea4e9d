import type {
  PortalServices,
  Progress,
} from '../../packages/local-portal/src/index.ts';
import { LIST } from './Bench.ts';
import { compare } from './compare.ts';
import { fillDatabase } from './fillDatabase.ts';
import { measureGrowth } from './measureGrowth.ts';
import { ordersTeam } from './ordersTeam.ts';
import { PortalLab } from './PortalLab.ts';
import type { Row } from './Row.ts';
import { statementsRow } from './statementsRow.ts';

const ROUNDS = 300;
const FEW = 1_000;
const MANY = 1_000_000;

/** Lists of a million changes against lists of a thousand, in a built portal of its own: filling them in takes most of the time. */
export async function measureMillion(
  services: PortalServices,
  folder: string,
  progress: Progress,
): Promise<Row[]> {
  const around = { services, folder, progress };
  const lab = await PortalLab.start({ ...around, name: 'million' });
  try {
    const alice = await lab.as('alice');
    const database = await lab.database('changeguard');
    const { entities } = ordersTeam;
    await fillDatabase(database, FEW, entities);
    const list = async () => {
      await alice.call('GET', LIST);
    };
    const floor = async () => {
      await alice.call('GET', '/changeguard-floor/read');
    };
    const few = { changes: FEW, list: await compare(list, floor, ROUNDS) };
    const growth = await measureGrowth(
      {
        alice,
        database,
        entities,
        restart: () => lab.portal.restart(),
        progress: text => progress.say(`… ${text}`),
      },
      { few, many: MANY, rounds: ROUNDS, suffix: '-million' },
    );
    return [
      ...growth,
      await statementsRow(
        database,
        'list-statements-million',
        `list, ${MANY} changes`,
        list,
        3,
      ),
    ];
  } finally {
    await lab.stop();
  }
}
