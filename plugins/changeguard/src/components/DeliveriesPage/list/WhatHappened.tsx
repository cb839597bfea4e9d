import type { Delivery } from '@changeguard/backstage-plugin-changeguard-common';
import { RelativeTime } from '@changeguard/backstage-plugin-changeguard-react';
import Typography from '@material-ui/core/Typography';
import { useTexts } from '../../../hooks/useTexts';
import { adviceFor } from '../adviceFor';
import { useDeliveryTableStyles } from './useDeliveryTableStyles';

/** What became of a delivery so far, why it failed, and what to do next. */
export const WhatHappened = (props: { delivery: Delivery }) => {
  const { delivery } = props;
  const { attempts, lastError, nextAttemptAt, settledAt, state } = delivery;
  const classes = useDeliveryTableStyles();
  const t = useTexts();
  const advice = adviceFor(delivery);

  return (
    <>
      <div>
        {t('deliveries.row.attempts', { count: attempts })}
        {nextAttemptAt && (
          <>
            , {t('deliveries.row.next')} <RelativeTime at={nextAttemptAt} />
          </>
        )}
        {settledAt && (
          <>
            ,{' '}
            {t(
              state === 'delivered'
                ? 'deliveries.row.sent'
                : 'deliveries.row.ended',
            )}{' '}
            <RelativeTime at={settledAt} />
          </>
        )}
      </div>
      {lastError && <div className={classes.error}>{lastError}</div>}
      {advice && (
        <Typography variant="caption" component="div" color="textSecondary">
          {t(`deliveries.advice.${advice}`)}
        </Typography>
      )}
    </>
  );
};
