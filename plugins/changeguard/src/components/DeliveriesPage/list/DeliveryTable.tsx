import type { Delivery } from '@changeguard/backstage-plugin-changeguard-common';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Typography from '@material-ui/core/Typography';
import { useTexts } from '../../../hooks/useTexts';
import { Selection } from '../replay/useSelection';
import { DeliveryRow } from './DeliveryRow';
import { isReplayable } from './isReplayable';
import { useDeliveryTableStyles } from './useDeliveryTableStyles';

const columns = ['state', 'to', 'about', 'happened', 'action'] as const;

/** Deliveries, each with what became of it and what to do about it. */
export const DeliveryTable = (props: {
  deliveries: Delivery[];
  selection: Selection;
  /** The delivery that is just being replayed. */
  busy: string | undefined;
  onReplay: (delivery: Delivery) => void;
  onEvent: (eventId: string) => void;
}) => {
  const { deliveries, selection, busy, onReplay, onEvent } = props;
  const classes = useDeliveryTableStyles();
  const t = useTexts();
  const replayable = deliveries.filter(isReplayable).map(({ id }) => id);
  const chosen = replayable.filter(selection.has).length;

  return (
    <div role="table" aria-label={t('deliveries.label')}>
      <div role="rowgroup" className={classes.head}>
        <div role="row" className={classes.row}>
          <div role="columnheader" className={classes.select}>
            <FormControlLabel
              className={classes.selectAll}
              classes={{ label: classes.selectAllText }}
              label={
                <Typography variant="body2" component="span">
                  {t('deliveries.replay.selectAll')}
                </Typography>
              }
              disabled={replayable.length === 0}
              checked={chosen > 0 && chosen === replayable.length}
              onChange={(_, on) => selection.set(on ? replayable : [])}
              control={
                <Checkbox
                  size="small"
                  color="primary"
                  className={classes.box}
                  indeterminate={chosen > 0 && chosen < replayable.length}
                />
              }
            />
          </div>
          {columns.map(column => (
            <Typography
              key={column}
              role="columnheader"
              component="div"
              variant="subtitle2"
              className={classes[column]}
            >
              {t(`deliveries.column.${column}`)}
            </Typography>
          ))}
        </div>
      </div>
      <div role="rowgroup">
        {deliveries.map(delivery => (
          <DeliveryRow
            key={delivery.id}
            delivery={delivery}
            selected={selection.has(delivery.id)}
            onSelect={() => selection.toggle(delivery.id)}
            busy={busy === delivery.id}
            onReplay={() => onReplay(delivery)}
            onEvent={() => onEvent(delivery.eventId)}
          />
        ))}
      </div>
    </div>
  );
};
