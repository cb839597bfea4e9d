import { PropsWithChildren, useLayoutEffect, useState } from 'react';
import { useLocation } from 'react-router-dom';

const Light = ({ children }: PropsWithChildren<{}>) => <>{children}</>;
const Dark = ({ children }: PropsWithChildren<{}>) => <>{children}</>;

/**
 * A page in a portal, which draws all of it anew when its theme changes: each theme is a component of its own around it. As there, the
 * browser is where the router is.
 */
export const Themed = ({ children }: PropsWithChildren<{}>) => {
  const [isDark, setDark] = useState(false);
  const { pathname, search } = useLocation();
  const Theme = isDark ? Dark : Light;
  useLayoutEffect(
    () => window.history.replaceState(null, '', pathname + search),
    [pathname, search],
  );
  return (
    <>
      <button onClick={() => setDark(!isDark)}>Change theme</button>
      <Theme>{children}</Theme>
    </>
  );
};
