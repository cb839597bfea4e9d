import { Finding } from '@changeguard/backstage-plugin-changeguard-common';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode, useState } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { Section } from '../../Section/Section';
import { FindingItem } from './FindingItem';

/** So many are shown with all they say; the rest wait to be asked for. */
const FEW = 3;

const useStyles = makeStyles(
  { list: { listStyle: 'none', padding: 0, margin: 0 } },
  { name: 'ChangeGuardFindings' },
);

/** What breaks, fact by fact. */
export const Findings = (props: {
  findings: Finding[];
  /** Where they come from. */
  origin?: ReactNode;
}) => {
  const { findings, origin } = props;
  const classes = useStyles();
  const t = useTexts();
  const [all, setAll] = useState(false);
  const rest = findings.length - FEW;

  return (
    <Section title={t('changePage.findings.title', { count: findings.length })}>
      {origin}
      {findings.length === 0 && (
        <Typography color="textSecondary">
          {t('changePage.findings.none')}
        </Typography>
      )}
      <ul className={classes.list}>
        {(all ? findings : findings.slice(0, FEW)).map((finding, index) => (
          <FindingItem
            key={finding.id}
            finding={finding}
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
