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

beforeEach(() => {
  jest.useFakeTimers();
  window.history.replaceState(null, '', '/changeguard/compare');
});
afterEach(() => jest.useRealTimers());

describe('useComparison', () => {
  it('has what was found for a page that is drawn anew, however long that takes', async () => {
    const first = open();
    const { comparison } = first.result.current;
    await act(() => comparison.compare({ base: 'a', revision: 'b' }));
    first.unmount();
    jest.advanceTimersByTime(60_000);

    const next = open();
    expect(next.result.current.comparison).toBe(comparison);
    expect(next.result.current.state.result).toEqual(sampleCheckResult());
  });

  it('keeps nothing of it once the page is left', async () => {
    const first = open();
    const { comparison } = first.result.current;
    await act(() => comparison.compare({ base: 'a', revision: 'b' }));
    window.history.pushState(null, '', '/changeguard/inbox');
    first.unmount();
    expect(jest.getTimerCount()).toBe(0);

    const late = open();
    expect(late.result.current.state).toEqual({});
    expect(late.result.current.comparison).not.toBe(comparison);
  });

  it('notices that a page is left before it is drawn again', async () => {
    const first = open();
    const { comparison } = first.result.current;
    await act(() => comparison.compare({ base: 'a', revision: 'b' }));
    first.unmount();
    expect(comparison.state().result).toBeDefined();
    window.history.pushState(null, '', '/changeguard/inbox');
    jest.advanceTimersByTime(1_000);
    expect(comparison.state()).toEqual({});
    expect(jest.getTimerCount()).toBe(0);
  });
});
