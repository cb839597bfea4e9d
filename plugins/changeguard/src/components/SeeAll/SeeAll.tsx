import { LinkButton } from '@backstage/core-components';
import { useTexts } from '../../hooks/useTexts';

/** The way from a section to everything it shows some of. */
export const SeeAll = (props: { to: string; label: string }) => {
  const t = useTexts();
  return (
    <LinkButton
      to={props.to}
      size="small"
      color="primary"
      aria-label={props.label}
    >
      {t('inbox.seeAll')}
    </LinkButton>
  );
};
