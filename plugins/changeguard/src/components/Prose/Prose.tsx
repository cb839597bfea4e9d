import { parseEntityRef } from '@backstage/catalog-model';
import { MarkdownContent } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { replaceMentions } from '@changeguard/backstage-plugin-changeguard-common';
import { makeStyles } from '@material-ui/core/styles';
import { useMemo } from 'react';

// The elements are the reader's, the sizes ours: a heading that somebody wrote is never larger than the page's own.
const useStyles = makeStyles(
  theme => ({
    root: {
      ...theme.typography.body1,
      overflowWrap: 'anywhere',
      '& > :first-child': { marginTop: 0 },
      '& > :last-child': { marginBottom: 0 },
      '& h1, & h2, & h3, & h4, & h5, & h6': {
        ...theme.typography.subtitle1,
        fontWeight: theme.typography.fontWeightBold,
        margin: theme.spacing(2, 0, 1),
      },
      '& pre, & table': {
        display: 'block',
        maxWidth: '100%',
        overflowX: 'auto',
      },
      '& table': { width: 'max-content', borderCollapse: 'collapse' },
      '& pre > code': {
        display: 'block',
        padding: theme.spacing(1),
        backgroundColor: theme.palette.action.hover,
        borderRadius: theme.shape.borderRadius,
      },
      // The host's highlighter sets colours on each word, some of which nobody can read in the dark.
      ...(theme.palette.type === 'dark' && {
        '& pre > code span': { color: 'inherit !important' },
      }),
      // Among other words a link must not be told by its colour alone.
      '& p a, & li a': { textDecoration: 'underline' },
      '& td': { padding: theme.spacing(1), lineHeight: 'inherit' },
    },
  }),
  { name: 'ChangeGuardProse' },
);

/** What somebody wrote, as markdown without raw HTML; mentions lead to the people and teams they name. */
export const Prose = (props: { markdown: string }) => {
  const { markdown } = props;
  const classes = useStyles();
  const entityLink = useRouteRef(entityRouteRef);

  const content = useMemo(
    () =>
      replaceMentions(markdown, entityRef => {
        const { kind, namespace, name } = parseEntityRef(entityRef);
        const link = entityLink({ kind, namespace, name });
        return `[@${name}](${link})`;
      }),
    [markdown, entityLink],
  );
  return <MarkdownContent content={content} className={classes.root} />;
};
