import { Database } from '../model/Database';
import { Report } from './Report';

/** Both sides and where facts go. */
export interface Context {
  base: Database;
  revision: Database;
  report: Report;
}
