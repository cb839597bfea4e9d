import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import type { Acceptance } from '@changeguard/backstage-plugin-changeguard-common';
import {
  changeGuardApiRef,
  PagedListFrame,
  useLiveRefresh,
  usePagedList,
} from '@changeguard/backstage-plugin-changeguard-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { Section } from '../../Section/Section';
import { EntityParams } from '../entityParams';
import { AcceptanceRow } from './AcceptanceRow';
import { ACCEPTED } from './acceptedHere';

const useStyles = makeStyles(
  { list: { listStyle: 'none', padding: 0, margin: 0 } },
  { name: 'ChangeGuardAcceptanceList' },
);

/** What the owners of an entity take responsibility for. */
export const AcceptanceList = (props: {
  params: EntityParams;
  mayRevoke: boolean;
}) => {
  const { params, mayRevoke } = props;
  const api = useApi(changeGuardApiRef);
  const classes = useStyles();
  const t = useTexts();
  const [pages, setPages] = useState(1);
  const list = usePagedList<Acceptance>({
    load: (cursor, signal) =>
      api.call('listAcceptances', {
        params,
        query: { limit: 20, cursor },
        signal,
      }),
    key: `acceptances ${stringifyEntityRef(params)}`,
    memory: api,
    pages,
  });
  useLiveRefresh(list.refreshQuietly, { about: 'definitions' });

  return (
    <Section title={t('revisions.acceptances.title')}>
      <span id={ACCEPTED} />
      <PagedListFrame
        list={list}
        loading={t('revisions.acceptances.loading')}
        rows={1}
        empty={
          <Typography color="textSecondary">
            {t('revisions.acceptances.none')}
          </Typography>
        }
        onMore={() => setPages(pages + 1)}
      >
        <ul
          className={classes.list}
          aria-label={t('revisions.acceptances.title')}
        >
          {list.items.map(acceptance => (
            <AcceptanceRow
              key={acceptance.id}
              acceptance={acceptance}
              onRevoke={
                mayRevoke
                  ? async () => {
                      await api.call('revokeAcceptance', {
                        params: {
                          ...params,
                          fingerprint: acceptance.fingerprint,
                        },
                      });
                      await list.refresh();
                    }
                  : undefined
              }
            />
          ))}
        </ul>
      </PagedListFrame>
    </Section>
  );
};
