import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { schemaChangeRouteRef } from '../routes';

const useStyles = makeStyles(
  {
    // A title may have 300 characters: two lines of it tell which change is meant, the rest is on hover.
    root: {
      display: '-webkit-box',
      '-webkit-line-clamp': 2,
      '-webkit-box-orient': 'vertical',
      overflow: 'hidden',
      overflowWrap: 'anywhere',
      // Anything less cuts off what reaches below the line.
      lineHeight: 1.4,
      fontWeight: 500,
    },
  },
  { name: 'ChangeGuardChangeTitle' },
);

/** The title of a change, linked to its page. */
export const ChangeTitle = (props: { id: string; title: string }) => {
  const { id, title } = props;
  const classes = useStyles();
  const link = useRouteRef(schemaChangeRouteRef);

  return (
    <Typography variant="body2" component="div">
      <Link to={link({ id })} className={classes.root} title={title}>
        {title}
      </Link>
    </Typography>
  );
};
