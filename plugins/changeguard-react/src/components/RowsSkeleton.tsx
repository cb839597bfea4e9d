import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';

const useStyles = makeStyles(
  theme => ({
    row: {
      padding: theme.spacing(1.5, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      '&:first-child': { borderTop: 0 },
    },
  }),
  { name: 'ChangeGuardRowsSkeleton' },
);

/**
 * The shape of a list of rows that is on its way.
 *
 * @param props - `label`: what is loading, for those who cannot see the shape.
 * @public
 */
export const RowsSkeleton = (props: { label: string; rows?: number }) => {
  const { label, rows = 3 } = props;
  const classes = useStyles();

  return (
    <div role="status" aria-label={label} aria-busy>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={classes.row}>
          <Skeleton variant="text" width={`${70 - (index % 3) * 12}%`} />
          <Skeleton variant="text" width="45%" />
          <Skeleton variant="text" width="30%" />
        </div>
      ))}
    </div>
  );
};
