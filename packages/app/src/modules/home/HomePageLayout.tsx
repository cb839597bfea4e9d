import { Content, Header, Page } from '@backstage/core-components';
import { CustomHomepageGrid, WelcomeTitle } from '@backstage/plugin-home';
import { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';
import { HomePageSearchBar } from '@backstage/plugin-search';
import { makeStyles } from '@material-ui/core/styles';
import { Fragment, useMemo } from 'react';

const useStyles = makeStyles(theme => ({
  search: {
    maxWidth: theme.breakpoints.values.md,
    margin: theme.spacing(1, 'auto', 2),
  },
}));

/** Twelve columns, as the layout in app-config.yaml counts them, until a screen is too narrow for two widgets. */
const columns = { xl: 12, lg: 12, md: 12, sm: 6, xs: 4, xxs: 2 };

/** A greeting, one search field, and the widgets each person arranges as they like. */
export const HomePageLayout = ({
  widgets,
  defaultConfig,
}: HomePageLayoutProps) => {
  const classes = useStyles();
  const grid = useMemo(
    () =>
      defaultConfig?.map(({ column: x, row: y, ...rest }) => ({
        ...rest,
        x,
        y,
      })),
    [defaultConfig],
  );

  return (
    <Page themeId="home">
      <Header
        title={<WelcomeTitle language={['English']} />}
        pageTitleOverride="Home"
      />
      <Content>
        <div className={classes.search}>
          <HomePageSearchBar placeholder="Search the catalog" />
        </div>
        <CustomHomepageGrid config={grid} cols={columns}>
          {widgets.map(({ component, name, node }) => (
            <Fragment key={name ?? node.spec.id}>{component}</Fragment>
          ))}
        </CustomHomepageGrid>
      </Content>
    </Page>
  );
};
