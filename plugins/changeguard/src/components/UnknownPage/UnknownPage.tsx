import { Content, ErrorPage } from '@backstage/core-components';
import { ReactNode } from 'react';
import { useParams } from 'react-router-dom';
import { useTexts } from '../../hooks/useTexts';

/**
 * Says below the page's tabs that none of them is at this address. The host has no route for that: it would be a sub-page, and so a tab.
 */
export const UnknownPage = (props: {
  /** Where the tabs are. */
  paths: readonly string[];
  /** The header and the tab that is open, if any is. */
  children: ReactNode;
}) => {
  const { paths, children } = props;
  const t = useTexts();
  const { '*': rest = '' } = useParams();
  const isKnown =
    rest === '' || paths.some(path => `${rest}/`.startsWith(`${path}/`));

  return (
    <>
      {children}
      {!isKnown && (
        <Content>
          <ErrorPage status="404" statusMessage={t('page.notFound')} />
        </Content>
      )}
    </>
  );
};
