import { relativeWords } from './relativeWords';

const now = Date.parse('2026-12-01T12:00:00Z');
const words = (at: string) => relativeWords(at, now, 'en');

describe('relativeWords', () => {
  it('counts days for two months, then months', () => {
    expect(words('2027-01-05T12:00:00Z')).toBe('in 35 days');
    expect(words('2027-03-15T12:00:00Z')).toBe('in 3 months');
  });

  it('counts what is nearer in what people count it in', () => {
    expect(words('2026-12-01T15:30:00Z')).toBe('in 3 hours');
    expect(words('2026-12-01T11:58:00Z')).toBe('2 minutes ago');
  });

  it('takes what is less than a minute away as now', () => {
    expect(words('2026-12-01T11:59:30Z')).toBe('now');
    expect(words('2026-12-01T12:00:02Z')).toBe('now');
  });

  it('speaks the language it is told', () => {
    expect(relativeWords('2026-12-04T12:00:00Z', now, 'de')).toBe('in 3 Tagen');
  });
});
