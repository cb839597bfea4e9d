import { SchemaChange } from '@changeguard/backstage-plugin-changeguard-common';
import Typography from '@material-ui/core/Typography';
import { useTexts } from '../../hooks/useTexts';
import { Prose } from '../Prose/Prose';
import { Section } from '../Section/Section';

/** How to get off what goes away, and what to use instead. */
export const MigrationGuide = (props: { change: SchemaChange }) => {
  const { migrationGuide, replacement } = props.change;
  const t = useTexts();

  return (
    <Section title={t('changePage.guide.title')}>
      {migrationGuide?.trim() && <Prose markdown={migrationGuide} />}
      {replacement && (
        <Typography component="div">
          <strong>{t('changePage.guide.replacement')}:</strong>{' '}
          <Prose markdown={replacement} />
        </Typography>
      )}
      {!migrationGuide?.trim() && !replacement && (
        <Typography color="textSecondary">
          {t('changePage.guide.none')}
        </Typography>
      )}
    </Section>
  );
};
