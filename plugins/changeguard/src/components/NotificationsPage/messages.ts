export const notificationsMessages = {};
