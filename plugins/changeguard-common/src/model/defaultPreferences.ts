import { Preferences } from './notification';

const everything = { inApp: true, email: true };

/** What holds for a person who has not chosen: told of everything, by every channel. @public */
export const defaultPreferences: Preferences = {
  email: true,
  topics: {
    'breaking-change': everything,
    discussion: everything,
    reminder: everything,
    digest: everything,
  },
};
