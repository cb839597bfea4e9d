export const changePageMessages = {};
