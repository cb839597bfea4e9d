/** ChangeGuard's configuration in a portal that is measured: nobody is refused for asking often, and no mail is sent. */
export const unhindered = {
  rateLimit: { writesPerMinute: 1e9, readsPerMinute: 1e9 },
  email: { enabled: false },
};
