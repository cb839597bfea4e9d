import { PropsWithChildren, useState } from 'react';

const Light = ({ children }: PropsWithChildren<{}>) => <>{children}</>;
const Dark = ({ children }: PropsWithChildren<{}>) => <>{children}</>;

/** A page in a portal, which draws all of it anew when its theme changes: each theme is a component of its own around it. */
export const Themed = ({ children }: PropsWithChildren<{}>) => {
  const [isDark, setDark] = useState(false);
  const Theme = isDark ? Dark : Light;
  return (
    <>
      <button onClick={() => setDark(!isDark)}>Change theme</button>
      <Theme>{children}</Theme>
    </>
  );
};
