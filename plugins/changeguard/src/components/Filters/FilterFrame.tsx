import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import FilterListIcon from '@material-ui/icons/FilterList';
import { ReactNode, useState } from 'react';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gap: theme.spacing(2),
      minWidth: 0,
      padding: theme.spacing(2),
    },
    head: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
      minHeight: 36,
      marginTop: theme.spacing(-1),
    },
  }),
  { name: 'ChangeGuardFilterFrame' },
);

/** Stands beside a list and holds its filters. On a narrow screen it opens on demand. */
export const FilterFrame = (props: {
  /** How many filters narrow the list down just now. */
  count: number;
  onClear: () => void;
  children: ReactNode;
}) => {
  const { count, onClear, children } = props;
  const classes = useStyles();
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const wide = useMediaQuery((theme: Theme) => theme.breakpoints.up('md'), {
    noSsr: true,
  });

  return (
    <aside aria-label={t('filters.title')}>
      {!wide && (
        <Button
          variant="outlined"
          fullWidth
          startIcon={<FilterListIcon />}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {count > 0 ? t('filters.on', { count }) : t('filters.title')}
        </Button>
      )}
      {(wide || open) && (
        <Paper className={classes.root}>
          {(wide || count > 0) && (
            <div className={classes.head}>
              {wide && (
                <Typography variant="subtitle1" component="h2">
                  {t('filters.title')}
                </Typography>
              )}
              {count > 0 && (
                <Button size="small" onClick={onClear}>
                  {t('filters.clear')}
                </Button>
              )}
            </div>
          )}
          {children}
        </Paper>
      )}
    </aside>
  );
};
