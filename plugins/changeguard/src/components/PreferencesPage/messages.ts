export const preferencesMessages = {};
