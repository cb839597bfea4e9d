export const entityMessages = {};
