import Skeleton from '@material-ui/lab/Skeleton';
import { useTexts } from '../../hooks/useTexts';
import { useFormLayout } from './useFormLayout';

/** The shape of the form while it is on its way. */
export const FormSkeleton = () => {
  const t = useTexts();
  const classes = useFormLayout();

  return (
    <div role="status" aria-label={t('changeForm.loading')}>
      <Skeleton variant="text" width="40%" height={48} />
      <div className={classes.columns}>
        <div className={classes.main}>
          <Skeleton variant="rect" height={240} />
          <Skeleton variant="rect" height={160} />
        </div>
        <Skeleton variant="rect" height={200} />
      </div>
    </div>
  );
};
