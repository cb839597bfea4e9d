import { SchemaChange } from '@changeguard/backstage-plugin-changeguard-common';
import { useNow } from '@changeguard/backstage-plugin-changeguard-react';
import { useConsumers } from '../../hooks/useConsumers';
import { ConsumersCard } from './consumers/ConsumersCard';
import { ReachCard } from './consumers/ReachCard';
import { YourTeam } from './consumers/YourTeam';
import { DetectedBetween } from './detected/DetectedBetween';
import { RevertedCard } from './detected/RevertedCard';
import { Discussion } from './discussion/Discussion';
import { Findings } from './findings/Findings';
import { ChangeHeader } from './header/ChangeHeader';
import { History } from './history/History';
import { MigrationGuide } from './MigrationGuide';
import { PeopleCard } from './PeopleCard';
import { Timeline } from './Timeline';
import { useChangeLayout } from './useChangeLayout';
import { WhatAndWhy } from './WhatAndWhy';

/** Everything about one change, in two columns. */
export const ChangeView = (props: {
  change: SchemaChange;
  onChanged: (change: SchemaChange) => void;
}) => {
  const { change, onChanged } = props;
  const classes = useChangeLayout();
  const now = useNow();
  const consumers = useConsumers(change.id);
  const items = consumers.value?.items;

  return (
    <article>
      <ChangeHeader change={change} consumers={items} onChanged={onChanged} />
      <Timeline change={change} now={new Date(now)} />
      <div className={classes.columns}>
        <div className={classes.side}>
          <RevertedCard
            change={change}
            consumers={items}
            onChanged={onChanged}
          />
          {items && (
            <YourTeam
              change={change}
              consumers={items}
              onAnswered={consumers.refresh}
            />
          )}
          <ConsumersCard change={change} consumers={consumers} />
          {items && change.status !== 'draft' && (
            <ReachCard changeId={change.id} consumers={items} />
          )}
          <PeopleCard change={change} />
        </div>
        <div className={classes.main}>
          <WhatAndWhy change={change} />
          <Findings
            findings={change.findings}
            format={change.format}
            origin={<DetectedBetween change={change} />}
          />
          <MigrationGuide change={change} />
          <Discussion change={change} />
          <History changeId={change.id} />
        </div>
      </div>
    </article>
  );
};
