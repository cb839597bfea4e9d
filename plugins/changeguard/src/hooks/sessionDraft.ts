import { DraftStore } from './DraftStore';

/** Drafts that last as long as the tab, in a room of their own: what is large here leaves other drafts theirs. */
export const sessionDraft = new DraftStore(() => window.sessionStorage);
