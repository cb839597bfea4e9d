import { headerText } from './headerText';

/** One mail address with the name to show for it. */
export interface Mailbox {
  name: string;
  address: string;
}

const MAX_ADDRESS = 254;
const MAX_LOCAL_PART = 64;

// Narrower than RFC 5322 on purpose: no quoting, comments, groups or lists, so that one string can only ever be one
// recipient, whatever reads it.
const ADDRESS =
  /^[^\s\p{C}"(),:;<>@[\\\]]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)*[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?$/u;

/** Whether a string is exactly one mail address and nothing that could add to a header. */
export function isMailAddress(value: string): boolean {
  return (
    value.length <= MAX_ADDRESS &&
    value.indexOf('@') <= MAX_LOCAL_PART &&
    !/^\.|\.\.|\.@/.test(value) &&
    ADDRESS.test(value)
  );
}

/** Reads `name@host` or `Name <name@host>`; null when it is neither. */
export function parseMailbox(value: string): Mailbox | null {
  const named = /^\s*([^<>]*?)\s*<([^<>]+)>\s*$/.exec(value);
  const address = named ? named[2] : value.trim();
  const name = named ? headerText(named[1].replace(/^"(.*)"$/, '$1')) : '';
  return isMailAddress(address) ? { name, address } : null;
}

/** The part after the `@`. */
export function domainOf(mailbox: Mailbox): string {
  return mailbox.address.slice(mailbox.address.lastIndexOf('@') + 1);
}
