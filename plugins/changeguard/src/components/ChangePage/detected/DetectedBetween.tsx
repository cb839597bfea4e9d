import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { SchemaChange } from '@changeguard/backstage-plugin-changeguard-common';
import Typography from '@material-ui/core/Typography';
import { useTexts } from '../../../hooks/useTexts';
import { revisionsRouteRef } from '../../../routes';

/** Leads to the two revisions between which a change was detected. Draws nothing for one that somebody wrote. */
export const DetectedBetween = (props: { change: SchemaChange }) => {
  const { entityRef, revisions } = props.change;
  const t = useTexts();
  const link = useRouteRef(revisionsRouteRef);
  if (!revisions) return null;
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const two = new URLSearchParams({
    from: revisions.base,
    to: revisions.latest,
  });

  return (
    <Typography variant="body2">
      <Link to={`${link({ kind, namespace, name })}?${two}`}>
        {t('changePage.findings.sideBySide')}
      </Link>
    </Typography>
  );
};
