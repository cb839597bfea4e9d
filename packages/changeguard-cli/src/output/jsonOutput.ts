import { Output } from './Output';

/** The report as it is. */
export const jsonOutput: Output = report => JSON.stringify(report, null, 2);
