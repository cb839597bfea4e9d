import { Link } from '@backstage/core-components';
import type { DetectedFinding } from '@changeguard/backstage-plugin-changeguard-common';
import Typography from '@material-ui/core/Typography';
import { useTexts } from '../../hooks/useTexts';

/** Who took responsibility for a finding. Draws nothing when nobody has. */
export const AcceptedBy = (props: { finding: DetectedFinding }) => {
  const { accepted } = props.finding;
  const t = useTexts();
  if (!accepted) return null;

  return (
    <Typography variant="body2">
      <Link to={accepted.link}>
        {t(
          accepted.by === 'change'
            ? 'comparison.acceptedByChange'
            : 'comparison.acceptedByOwner',
        )}
      </Link>
    </Typography>
  );
};
