import { SchemaChange } from '@changeguard/backstage-plugin-changeguard-common';
import Typography from '@material-ui/core/Typography';
import { useTexts } from '../../hooks/useTexts';
import { Prose } from '../Prose/Prose';
import { Section } from '../Section/Section';

/** What changes, and why, in its author's words. */
export const WhatAndWhy = (props: { change: SchemaChange }) => {
  const { change } = props;
  const t = useTexts();

  return (
    <Section title={t('changePage.why.title')}>
      {change.description.trim() ? (
        <Prose markdown={change.description} />
      ) : (
        <Typography color="textSecondary">
          {t('changePage.why.none')}
        </Typography>
      )}
    </Section>
  );
};
