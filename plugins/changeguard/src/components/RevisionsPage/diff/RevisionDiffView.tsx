import { useApi } from '@backstage/frontend-plugin-api';
import {
  changeGuardApiRef,
  FailurePanel,
  RowsSkeleton,
  useLoad,
} from '@changeguard/backstage-plugin-changeguard-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { ComparisonFailureAlert } from '../../Comparison/ComparisonFailureAlert';
import { DetectedFindings } from '../../Comparison/DetectedFindings';
import { VerdictAlert } from '../../Comparison/VerdictAlert';
import { useFindingGroups } from '../../FindingGroup/useFindingGroups';
import { HiddenText } from '../../HiddenText/HiddenText';
import { Section } from '../../Section/Section';
import { AcceptFinding } from '../acceptance/AcceptFinding';
import { AcceptPlaces } from '../acceptance/AcceptPlaces';
import { OnMark } from '../acceptance/acceptedHere';
import { RevokePlaces } from '../acceptance/RevokePlaces';
import { EntityParams } from '../entityParams';
import { revisionName } from '../list/revisionName';
import { SideBySideView } from './SideBySideView';
import { useFindingKeys } from './useFindingKeys';

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
    steps: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
      margin: theme.spacing(1, 0),
    },
    // Where one touches, there are no keys.
    keys: { '@media (pointer: coarse)': { display: 'none' } },
    findings: {
      [theme.breakpoints.up('lg')]: { maxHeight: '70vh', overflowY: 'auto' },
    },
  }),
  { name: 'ChangeGuardRevisionDiffView' },
);

/** How two revisions differ: every finding, and both texts, which follow the finding one looks at. */
export const RevisionDiffView = (props: {
  params: EntityParams;
  /** Whether the reader may accept findings. */
  mayAccept: boolean;
  from: string;
  to: string;
  onClose: () => void;
}) => {
  const { params, mayAccept, from, to, onClose } = props;
  const classes = useStyles();
  const t = useTexts();
  const api = useApi(changeGuardApiRef);
  const title = useRef<HTMLHeadingElement>(null);
  const [looked, setLooked] = useState<string>();
  const { value, loading, error, refresh, replace } = useLoad(
    signal =>
      api.call('diffRevisions', { params, query: { from, to }, signal }),
    `${from} ${to}`,
  );

  // It shows above the list it was asked for in, which may be screens away.
  useEffect(() => title.current?.focus(), [from, to]);

  const groups = useFindingGroups(value?.findings);
  const lookedAt = looked?.split(' ')[1];
  const at = groups.findIndex(({ findings }) =>
    findings.some(({ fingerprint }) => fingerprint === lookedAt),
  );
  // From difference to difference: all places of one are about the same lines.
  const step = (by: 1 | -1) => {
    const first = by === 1 ? 0 : groups.length - 1;
    const next = groups.at(at < 0 ? first : at + by)?.told;
    // At either end there is nowhere to go.
    if (!next || (at === 0 && by === -1)) return;
    const side = next.beforeRange ? 'before' : 'after';
    setLooked(`${side} ${next.fingerprint}`);
  };
  useFindingKeys(step);
  const mark: OnMark = marks => {
    if (!value) return;
    replace({
      ...value,
      findings: value.findings.map(finding => {
        const accepted = marks.get(finding.fingerprint);
        return accepted === undefined ? finding : { ...finding, accepted };
      }),
    });
  };

  return (
    <Section
      titleRef={title}
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
        <VerdictAlert
          comparison={value}
          groups={groups}
          format={value.to.format}
        />
      )}
      {groups.length > 0 && (
        <div className={classes.steps}>
          <Button size="small" variant="outlined" onClick={() => step(-1)}>
            {t('revisions.diff.previous')}
          </Button>
          <Button size="small" variant="outlined" onClick={() => step(1)}>
            {t('revisions.diff.next')}
          </Button>
          <Typography
            variant="body2"
            color="textSecondary"
            className={classes.keys}
          >
            {t('revisions.diff.keys')}
          </Typography>
          <HiddenText role="status">
            {at >= 0 &&
              t('revisions.diff.at', {
                number: String(at + 1),
                total: String(groups.length),
                message: groups[at].told.message,
              })}
          </HiddenText>
        </div>
      )}
      {value && (
        <div className={classes.columns}>
          <div className={classes.findings}>
            <DetectedFindings
              groups={groups}
              format={value.to.format}
              count={value.findingCount}
              onShow={({ fingerprint }, side) =>
                setLooked(`${side} ${fingerprint}`)
              }
              looked={lookedAt}
              action={finding => (
                <AcceptFinding
                  params={params}
                  finding={finding}
                  allowed={mayAccept}
                  onMark={mark}
                />
              )}
              groupAction={(group, onDone) => {
                const places = { params, group, onMark: mark, onDone };
                return (
                  <>
                    <AcceptPlaces {...places} allowed={mayAccept} />
                    <RevokePlaces {...places} allowed={mayAccept} />
                  </>
                );
              }}
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
