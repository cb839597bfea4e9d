export const changeFormMessages = {};
