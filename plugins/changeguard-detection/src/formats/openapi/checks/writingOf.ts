import { isObject } from '../../../text/isObject';
import { Parameter } from '../model/Parameter';

const STYLES: Readonly<Record<string, string>> = {
  query: 'form',
  cookie: 'form',
  path: 'simple',
  header: 'simple',
};

/** How a parameter is written, with what holds where nothing is said. */
export function writingOf({ in: place, located }: Parameter): string {
  const { style, explode, allowReserved, content } = located.value;
  // Written as its only media type is, whatever the style.
  const [media] = isObject(content) ? Object.keys(content) : [];
  if (media) return `as ${media.toLowerCase().replace(/\s+/g, '')}`;
  const own = typeof style === 'string' ? style : STYLES[place] ?? 'form';
  const spread = typeof explode === 'boolean' ? explode : own === 'form';
  const words = [own, spread ? 'one by one' : 'as one'];
  // The specification has a meaning for it in queries only.
  if (place === 'query' && allowReserved === true) {
    words.push('reserved characters allowed');
  }
  return words.join(', ');
}
