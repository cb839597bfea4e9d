import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { Delivery } from '@changeguard/backstage-plugin-changeguard-common';
import {
  EntityName,
  RelativeTime,
} from '@changeguard/backstage-plugin-changeguard-react';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import MuiLink from '@material-ui/core/Link';
import Typography from '@material-ui/core/Typography';
import { useTexts } from '../../../hooks/useTexts';
import { schemaChangeRouteRef } from '../../../routes';
import { useChannelName } from '../useChannelName';
import { DeliveryStateChip } from './DeliveryStateChip';
import { isReplayable } from './isReplayable';
import { useDeliveryTableStyles } from './useDeliveryTableStyles';
import { WhatHappened } from './WhatHappened';

/** One delivery: to whom, about what, what became of it. */
export const DeliveryRow = (props: {
  delivery: Delivery;
  selected: boolean;
  busy: boolean;
  onSelect: () => void;
  onReplay: () => void;
  onEvent: () => void;
}) => {
  const { delivery, selected, busy, onSelect, onReplay, onEvent } = props;
  const { recipient } = delivery;
  const classes = useDeliveryTableStyles();
  const t = useTexts();
  const channelName = useChannelName();
  const change = useRouteRef(schemaChangeRouteRef);
  const replayable = isReplayable(delivery);

  return (
    <Typography
      role="row"
      variant="body2"
      component="div"
      className={classes.row}
    >
      <div role="cell" className={classes.select}>
        <Checkbox
          size="small"
          color="primary"
          className={classes.box}
          checked={selected}
          disabled={!replayable}
          onChange={onSelect}
          inputProps={{
            'aria-label': t('deliveries.row.select', { recipient }),
          }}
        />
      </div>
      <div role="cell" className={classes.state}>
        <DeliveryStateChip state={delivery.state} />
      </div>
      <div role="cell" className={classes.to}>
        <EntityName entityRef={recipient} />
        <Typography variant="caption" component="div" color="textSecondary">
          {channelName(delivery.channel)}
          {delivery.reason &&
            `, ${t('deliveries.row.because', { reason: delivery.reason })}`}
        </Typography>
      </div>
      <div role="cell" className={classes.about}>
        {delivery.changeTitle === null ? (
          <em>{t('deliveries.row.hiddenChange')}</em>
        ) : (
          <Link to={change({ id: delivery.changeId })}>
            {delivery.changeTitle}
          </Link>
        )}
        <Typography variant="caption" component="div" color="textSecondary">
          {t(`deliveries.told.${delivery.eventType}`)}
          {' · '}
          <RelativeTime at={delivery.createdAt} />
        </Typography>
        {/* On a line of its own: where it wrapped there, the line before ended with a separator. */}
        <MuiLink component="button" variant="caption" onClick={onEvent}>
          {t('deliveries.row.onlyThisEvent')}
        </MuiLink>
      </div>
      <div role="cell" className={classes.happened}>
        <WhatHappened delivery={delivery} />
      </div>
      <div role="cell" className={classes.action}>
        {replayable && (
          <Button
            size="small"
            variant="outlined"
            disabled={busy}
            onClick={onReplay}
            aria-label={t('deliveries.row.replayTo', { recipient })}
          >
            {t('deliveries.row.replay')}
          </Button>
        )}
      </div>
    </Typography>
  );
};
