import { useApi } from '@backstage/frontend-plugin-api';
import {
  changeGuardApiRef,
  FailurePanel,
  RowsSkeleton,
  useLoad,
} from '@changeguard/backstage-plugin-changeguard-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { ComparisonFailureAlert } from '../../Comparison/ComparisonFailureAlert';
import { DetectedFindings } from '../../Comparison/DetectedFindings';
import { VerdictAlert } from '../../Comparison/VerdictAlert';
import { Section } from '../../Section/Section';
import { EntityParams } from '../entityParams';
import { revisionName } from '../list/revisionName';
import { SideBySideView } from './SideBySideView';

const useStyles = makeStyles(
  theme => ({
    columns: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'minmax(0, 1fr)',
      [theme.breakpoints.up('lg')]: {
        gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)',
      },
    },
    findings: {
      [theme.breakpoints.up('lg')]: { maxHeight: '70vh', overflowY: 'auto' },
    },
  }),
  { name: 'ChangeGuardRevisionDiffView' },
);

/** How two revisions differ: every finding, and both texts, which follow the finding one looks at. */
export const RevisionDiffView = (props: {
  params: EntityParams;
  from: string;
  to: string;
  onClose: () => void;
}) => {
  const { params, from, to, onClose } = props;
  const classes = useStyles();
  const t = useTexts();
  const api = useApi(changeGuardApiRef);
  const [looked, setLooked] = useState<string>();
  const { value, loading, error, refresh } = useLoad(
    signal =>
      api.call('diffRevisions', { params, query: { from, to }, signal }),
    `${from} ${to}`,
  );

  return (
    <Section
      title={
        value
          ? t('revisions.diff.title', {
              from: revisionName(value.from),
              to: revisionName(value.to),
            })
          : t('revisions.diff.loading')
      }
      action={
        <Button size="small" onClick={onClose}>
          {t('revisions.diff.close')}
        </Button>
      }
    >
      {loading && <RowsSkeleton label={t('revisions.diff.loading')} />}
      {error && (
        <FailurePanel
          error={error}
          title={t('revisions.diff.failed')}
          onRetry={refresh}
        />
      )}
      {value?.failure && <ComparisonFailureAlert failure={value.failure} />}
      {value && !value.failure && (
        <VerdictAlert comparison={value} format={value.to.format} />
      )}
      {value && (
        <div className={classes.columns}>
          <div className={classes.findings}>
            <DetectedFindings
              findings={value.findings}
              count={value.findingCount}
              onShow={({ fingerprint }, side) =>
                setLooked(`${side} ${fingerprint}`)
              }
            />
          </div>
          {value.sideBySide && (
            <SideBySideView texts={value.sideBySide} looked={looked} />
          )}
        </div>
      )}
    </Section>
  );
};
