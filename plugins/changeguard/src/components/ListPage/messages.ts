export const listMessages = {};
