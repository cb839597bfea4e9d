import Skeleton from '@material-ui/lab/Skeleton';
import { useTexts } from '../../hooks/useTexts';
import { useChangeLayout } from './useChangeLayout';

/** The shape of the page while its change is on its way. */
export const ChangeSkeleton = () => {
  const t = useTexts();
  const classes = useChangeLayout();

  return (
    <div role="status" aria-label={t('changePage.loading')}>
      <Skeleton variant="text" width="20%" />
      <Skeleton variant="text" width="60%" height={48} />
      <Skeleton variant="rect" height={56} />
      <div className={classes.columns}>
        <div className={classes.side}>
          <Skeleton variant="rect" height={280} />
          <Skeleton variant="rect" height={120} />
        </div>
        <div className={classes.main}>
          <Skeleton variant="rect" height={160} />
          <Skeleton variant="rect" height={240} />
        </div>
      </div>
    </div>
  );
};
