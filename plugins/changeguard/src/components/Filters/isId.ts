const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text is an id as ChangeGuard gives them out. */
export function isId(text: string): boolean {
  return uuid.test(text);
}
