import type { Revision } from '@changeguard/backstage-plugin-changeguard-common';
import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';
import { useState } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { EntityParams } from '../entityParams';
import { revisionName } from '../list/revisionName';
import { BaselineDialog } from './BaselineDialog';

/** What newer versions are compared with instead of the newest revision, and for owners the way to change that. */
export const BaselineNotice = (props: {
  newest: Revision;
  /** Undefined when none that is listed is the baseline. */
  baseline: Revision | undefined;
  /** There are earlier ones that are not listed. */
  hasMore: boolean;
  params: EntityParams;
  maySet: boolean;
  onSet: (baseline: Revision) => void;
}) => {
  const { newest, baseline, hasMore, params, maySet, onSet } = props;
  const t = useTexts();
  const [asking, setAsking] = useState(false);
  const names = { newest: revisionName(newest) };
  // The API would refuse it.
  const isUnreadable = newest.comparison?.failure?.which === 'revision';

  return (
    <Alert
      severity="warning"
      action={
        maySet &&
        !isUnreadable && (
          <Button
            color="inherit"
            size="small"
            aria-label={t('revisions.baseline.buttonFor', names)}
            onClick={() => setAsking(true)}
          >
            {t('revisions.baseline.button')}
          </Button>
        )
      }
    >
      {baseline &&
        t('revisions.baseline.earlier', {
          ...names,
          name: revisionName(baseline),
        })}
      {!baseline &&
        (hasMore
          ? t('revisions.baseline.earlierUnseen', names)
          : t('revisions.baseline.none'))}{' '}
      {maySet && isUnreadable && t('revisions.baseline.unreadable', names)}
      <BaselineDialog
        revision={newest}
        params={params}
        open={asking}
        onSet={onSet}
        onClose={() => setAsking(false)}
      />
    </Alert>
  );
};
