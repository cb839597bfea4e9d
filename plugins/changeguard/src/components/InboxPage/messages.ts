export const inboxMessages = {};
