import Card from '@material-ui/core/Card';
import CardContent from '@material-ui/core/CardContent';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode, Ref, useId } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: { minWidth: 0, overflow: 'visible' },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
      padding: theme.spacing(2, 2, 0),
    },
    body: {
      overflowWrap: 'anywhere',
      '&:last-child': { paddingBottom: theme.spacing(2) },
    },
  }),
  { name: 'ChangeGuardSection' },
);

/** A titled part of a page, known to screen readers by its title. */
export const Section = (props: {
  title: string;
  /** How deep its title lies: right below the page's, or, as most do, below that of what the page is about. */
  level?: 2 | 3;
  action?: ReactNode;
  /** Its title, for those who lead the focus to it. */
  titleRef?: Ref<HTMLHeadingElement>;
  children: ReactNode;
}) => {
  const { title, level = 3, action, titleRef, children } = props;
  const classes = useStyles();
  const titleId = useId();

  return (
    <Card
      component="section"
      aria-labelledby={titleId}
      className={classes.root}
    >
      <div className={classes.head}>
        <Typography
          id={titleId}
          ref={titleRef}
          tabIndex={titleRef ? -1 : undefined}
          variant="h6"
          component={`h${level}`}
        >
          {title}
        </Typography>
        {action}
      </div>
      <CardContent className={classes.body}>{children}</CardContent>
    </Card>
  );
};
