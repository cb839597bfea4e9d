import { TestApiProvider } from '@backstage/frontend-test-utils';
import { changeGuardApiRef } from '@changeguard/backstage-plugin-changeguard-react';
import {
  sampleCheckResult,
  stubChangeGuardApi,
} from '@changeguard/backstage-plugin-changeguard-react/testUtils';
import { act, renderHook } from '@testing-library/react';
import { PropsWithChildren } from 'react';
import { useComparison } from './useComparison';

const api = stubChangeGuardApi({ checkDefinition: () => sampleCheckResult() });
const wrapper = ({ children }: PropsWithChildren<{}>) => (
  <TestApiProvider apis={[[changeGuardApiRef, api]]}>
    {children}
  </TestApiProvider>
);
const open = () => renderHook(() => useComparison('draft'), { wrapper });

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('useComparison', () => {
  it('has what was found for a page that comes soon, and keeps nothing of it for one that comes late', async () => {
    const first = open();
    const { comparison } = first.result.current;
    await act(() => comparison.compare({ base: 'a', revision: 'b' }));
    first.unmount();
    jest.advanceTimersByTime(1_900);

    const soon = open();
    expect(soon.result.current.state.result).toEqual(sampleCheckResult());
    act(() => jest.advanceTimersByTime(2_000));
    expect(soon.result.current.comparison).toBe(comparison);
    soon.unmount();
    jest.advanceTimersByTime(2_000);

    const late = open();
    expect(late.result.current.state).toEqual({});
    expect(late.result.current.comparison).not.toBe(comparison);
  });
});
