import { Check } from '../Context';
import { checkChannels } from './checkChannels';
import { checkOperations } from './checkOperations';
import { checkServers } from './checkServers';

/** What is looked at in a definition. */
export const checks: readonly Check[] = [
  checkServers,
  checkChannels,
  checkOperations,
];
