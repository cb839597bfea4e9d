import { CheckReport } from '../check/CheckReport';

/** One way to tell a report, ready to be written. */
export type Output = (report: CheckReport, style: Style) => string;

/** What the place it is written to can show. */
export interface Style {
  /** Whether it shows colours. */
  colour: boolean;
}
