import { writeFilters } from '../Filters/writeFilters';
import { countFilters, readFilters } from './filters';

describe('filters', () => {
  it('are the same after a trip through the URL', () => {
    const url =
      'view=mine&q=orders&status=announced&status=released&severity=breaking&format=sql&owner=group%3Adefault%2Fa&consumerOwner=group%3Adefault%2Fb&entityRef=api%3Adefault%2Fo&consumer=component%3Adefault%2Fc&after=2027-01-01&before=2027-02-01';
    expect(writeFilters(readFilters(new URLSearchParams(url))).toString()).toBe(
      url,
    );
  });

  it('leave out what a URL holds by mistake', () => {
    const filters = readFilters(
      new URLSearchParams('view=all-of-it&status=gone&severity=&after=soon'),
    );
    expect(writeFilters(filters).toString()).toBe('');
  });

  it('are counted without the view and the words, which show themselves', () => {
    expect(
      countFilters(
        readFilters(
          new URLSearchParams('view=mine&q=x&status=draft&before=2027-01-01'),
        ),
      ),
    ).toBe(2);
  });
});
