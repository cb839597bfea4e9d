import { Finding } from '@changeguard/backstage-plugin-changeguard-common';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode, useState } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { findingsInWords } from '../../FindingGroup/findingsInWords';
import { useFindingGroups } from '../../FindingGroup/useFindingGroups';
import { Section } from '../../Section/Section';
import { FindingItem } from './FindingItem';

/** So many are shown with all they say; the rest wait to be asked for. */
const FEW = 3;

const useStyles = makeStyles(
  { list: { listStyle: 'none', padding: 0, margin: 0 } },
  { name: 'ChangeGuardFindings' },
);

/** What breaks, fact by fact; what places have in common is told once. */
export const Findings = (props: {
  findings: Finding[];
  /** Of the change. */
  format: string;
  /** Where they come from. */
  origin?: ReactNode;
}) => {
  const { findings, format, origin } = props;
  const classes = useStyles();
  const t = useTexts();
  const [all, setAll] = useState(false);
  const groups = useFindingGroups(findings);
  const rest = groups.length - FEW;
  const counted = findingsInWords(t, {
    findings: findings.length,
    differences: groups.length,
  });

  return (
    <Section
      title={t('changePage.findings.title', {
        count: findings.length,
        counted,
      })}
    >
      {origin}
      {findings.length === 0 && (
        <Typography color="textSecondary">
          {t('changePage.findings.none')}
        </Typography>
      )}
      <ul className={classes.list}>
        {(all ? groups : groups.slice(0, FEW)).map((group, index) => (
          <FindingItem
            key={group.findings[0].id}
            group={group}
            format={format}
            initiallyOpen={index < FEW}
          />
        ))}
      </ul>
      {rest > 0 && (
        <Button size="small" onClick={() => setAll(!all)} aria-expanded={all}>
          {all
            ? t('changePage.findings.fewer')
            : t('changePage.findings.more', { count: rest })}
        </Button>
      )}
    </Section>
  );
};
