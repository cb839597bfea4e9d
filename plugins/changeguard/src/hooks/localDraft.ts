import { DraftStore } from './DraftStore';

/** Drafts that are still there tomorrow. */
export const localDraft = new DraftStore(() => window.localStorage);
