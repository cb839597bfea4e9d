import { measureSpeed } from '../../../plugins/changeguard-detection/measurements/measureSpeed';
import type { Row } from '../Row';

/** What comparing takes of the engines themselves, as `npm run speed` prints it. */
export async function measureEngines(): Promise<Row[]> {
  const figures = await measureSpeed(() => {});
  return figures.map(({ id, name, value, unit, most }) => ({
    id: `detection-${id}`,
    what: name,
    figure: value,
    goal: most,
    unit,
  }));
}
