import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Revision } from '@changeguard/backstage-plugin-changeguard-common';
import {
  changeGuardReactTranslationRef,
  SeverityChip,
} from '@changeguard/backstage-plugin-changeguard-react';
import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import { useTexts } from '../../../hooks/useTexts';

const useStyles = makeStyles(
  { chip: { margin: 0, maxWidth: '100%' } },
  { name: 'ChangeGuardRevisionVerdict' },
);

/** How much a revision breaks compared with the one before, in a word and in numbers; or that nobody knows, and why. */
export const RevisionVerdict = (props: { revision: Revision }) => {
  const { comparable, comparison } = props.revision;
  const classes = useStyles();
  const t = useTexts();
  const words = useTranslationRef(changeGuardReactTranslationRef).t;

  // Also what an owner made the baseline afterwards: it was still not compared.
  if (!comparable || comparison?.outcome === 'failed')
    return (
      <>
        <Chip
          size="small"
          variant="outlined"
          icon={<HelpOutlineIcon aria-hidden />}
          label={t('revisions.notCompared')}
          className={classes.chip}
        />
        <span>{comparison?.failure?.message}</span>
      </>
    );
  if (!comparison) return <span>{t('revisions.first')}</span>;
  const { verdict, breaking, dangerous, nonBreaking } = comparison;
  if (verdict === 'unknown' || verdict === 'unchanged')
    return <span>{t(`comparison.verdict.${verdict}`)}</span>;
  const counts = (
    [
      ['breaking', breaking],
      ['dangerous', dangerous],
      ['non-breaking', nonBreaking],
    ] as const
  )
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => `${count} ${words(`severity.${severity}`)}`);
  return (
    <>
      <SeverityChip severity={verdict} />
      <span>
        {t('findingGroup.findings', {
          count: breaking + dangerous + nonBreaking,
        })}
        : {counts.join(' · ')}
      </span>
    </>
  );
};
